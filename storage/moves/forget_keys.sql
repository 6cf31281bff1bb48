-- Delete expired idempotency records, at most so many at once; answers how many went.
create or replace function dawr.forget_keys(at_most int default 500) returns int
language sql security definer set search_path = dawr, pg_temp as $$
    with old as (
        select i.ctid from idempotency i where i.expires_at < dawr.now()
        order by i.expires_at limit at_most for update skip locked),
    gone as (delete from idempotency i using old where i.ctid = old.ctid returning 1)
    select count(*)::int from gone
$$;
