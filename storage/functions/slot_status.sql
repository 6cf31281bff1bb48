-- Whether a slot is FREE, HELD or BOOKED at this instant: itself, or another of its clinic that shares time with it.
create or replace function dawr.slot_status(x dawr.slot) returns text
language sql volatile as $$
    select case when bool_or(n.status = 'BOOKED') then 'BOOKED'
                when bool_or(n.status = 'HELD') then 'HELD'
                else 'FREE' end
    from slots_over(x) o
    join slot_now n on n.site_id = o.site_id and n.id = o.id
$$;
