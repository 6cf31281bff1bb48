-- Whether a slot is FREE, HELD or BOOKED at this instant.
create or replace function dawr.slot_status(x dawr.slot) returns text
language sql volatile as $$
    select n.status from slot_now n where n.site_id = x.site_id and n.id = x.id
$$;
