-- End a live hold, its slot being locked first; says why where there is none: HOLD_NOT_FOUND (unknown or released),
-- HOLD_USED, HOLD_EXPIRED. The time is in the statement itself: at the instant it expires it can be ended no more.
create or replace function dawr.end_hold(site int, hold text, outcome text) returns dawr.slot_hold
language plpgsql as $$
declare
    h slot_hold;
    at timestamptz;
begin
    select * into h from slot_hold x where x.site_id = site and x.id = hold;
    if h.id is null then
        perform refuse('HOLD_NOT_FOUND');
    end if;
    perform from slot x where x.site_id = site and x.id = h.slot_id for update;
    at := dawr.now();
    update slot_hold x set ended_at = at, outcome = end_hold.outcome
    where x.site_id = site and x.id = hold and x.ended_at is null and x.expires_at > at
    returning x.* into h;
    if not found then
        select * into h from slot_hold x where x.site_id = site and x.id = hold;
        perform refuse(case h.outcome when 'confirmed' then 'HOLD_USED' when 'released' then 'HOLD_NOT_FOUND'
                       else 'HOLD_EXPIRED' end);
    end if;
    return h;
end $$;
