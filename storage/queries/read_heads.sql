-- Where each stream of the site stands, with its clinic's code; stream 0 is the site's own and has none.
create or replace function dawr.read_heads() returns table (clinic_id int, clinic text, "position" bigint)
language sql stable security definer set search_path = dawr, pg_temp as $$
    select h.clinic_id, c.code, h.position from dawr.head h
    join dawr.my_site s on s.id = h.site_id
    left join dawr.clinic c on c.site_id = h.site_id and c.id = h.clinic_id
    order by h.clinic_id
$$;
