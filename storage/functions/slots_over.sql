-- The slots of a clinic that share time with one of it, itself among them, whatever schedule they were made from.
create or replace function dawr.slots_over(x dawr.slot) returns setof dawr.slot
language sql stable as $$
    select o.* from slot o
    where o.site_id = x.site_id and o.clinic_id = x.clinic_id and o.starts_at < x.ends_at and o.ends_at > x.starts_at
      and o.starts_at > x.starts_at - interval '12 hours'  -- the longest there is; lets the index find them
$$;
