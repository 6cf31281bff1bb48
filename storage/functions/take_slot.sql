-- Lock a slot, and in the order of their ids all of its clinic that share time with it: of those who want any of that
-- time at once one goes on. Whoever waits longer than lock_timeout has lost it to the one who has the lock.
create or replace function dawr.take_slot(site int, wanted bigint) returns dawr.slot
language plpgsql as $$
declare
    x slot;
begin
    select * into x from slot v where v.site_id = site and v.id = wanted;
    if x.id is null then
        perform refuse('SLOT_NOT_FOUND');
    end if;
    begin
        perform from slot v
        where v.site_id = site and v.id in (select o.id from slots_over(x) o)
        order by v.id for update;
    exception when lock_not_available then
        perform refuse('SLOT_TAKEN');
    end;
    return x;
end $$;
