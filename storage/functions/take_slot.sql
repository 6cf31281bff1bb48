-- Lock a slot. Whoever waits longer than lock_timeout has lost it to the one who has the lock.
create or replace function dawr.take_slot(site int, wanted bigint) returns dawr.slot
language plpgsql as $$
declare
    x slot;
begin
    begin
        select * into x from slot v where v.site_id = site and v.id = wanted for update;
    exception when lock_not_available then
        perform refuse('SLOT_TAKEN');
    end;
    if x.id is null then
        perform refuse('SLOT_NOT_FOUND');
    end if;
    return x;
end $$;
