-- What followed in each stream after a position, in commit order within the stream, at most so many in all.
create or replace function dawr.read_events(streams int[], after bigint[], at_most int default 1000)
returns setof dawr.feed_event
language sql stable security definer set search_path = dawr, pg_temp as $$
    select e.* from unnest(streams, after) as p(clinic_id, seen)
    join dawr.feed_event e on e.clinic_id = p.clinic_id and e.position > p.seen
    order by e.at, e.clinic_id, e.position
    limit at_most
$$;
