-- Delete what no longer limits anybody, at most so many at once; answers how many went. Whoever is counting keeps his.
create or replace function dawr.forget_rates(at_most int default 5000) returns int
language sql security definer set search_path = dawr, pg_temp as $$
    with old as (
        select r.site_id, r.subject from rate r where r.until < dawr.now()
        limit at_most for update skip locked),
    gone as (delete from rate r using old where (r.site_id, r.subject) = (old.site_id, old.subject) returning 1)
    select count(*)::int from gone
$$;
