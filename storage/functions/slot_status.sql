-- Whether a slot is FREE, HELD or BOOKED at this instant. A hold is over at the very instant it expires.
create or replace function dawr.slot_status(x dawr.slot) returns text
language sql volatile as $$
    select case
        when exists (select from booking b
                     where b.site_id = x.site_id and b.slot_id = x.id and b.state <> 'cancelled') then 'BOOKED'
        when exists (select from slot_hold h where h.site_id = x.site_id and h.slot_id = x.id
                     and h.ended_at is null and h.expires_at > dawr.now()) then 'HELD'
        else 'FREE' end
$$;
