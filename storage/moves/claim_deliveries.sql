-- Take notices that are due, for the length of a lease in which this server sends them and says how it went. If it dies
-- meanwhile they are due again after it: sent twice perhaps, lost never.
--
-- Of a web-hook at most `each` at once, one while it fails, none while it rests or is off; those of `passing` are passed over.
create or replace function dawr.claim_deliveries(at_most int, each int, passing int[] default '{}')
returns table (id uuid, webhook_id int, url text, secret text, payload jsonb, tries int)
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    site int;
begin
    select l.site_id into site from login l where l.role_name = session_user and l.kind = 'server';
    return query
    with due as materialized (
        select o.id from webhook w
        cross join lateral (
            select x.id, x.next_try_at from outbox x
            where x.site_id = w.site_id and x.webhook_id = w.id and x.next_try_at <= dawr.now()
              and x.give_up_at > dawr.now()
            order by x.next_try_at
            limit case when w.failures > 0 then 1 else each end
            for update skip locked) o
        where w.site_id = site and w.off_at is null and w.id <> all (passing)
          and (w.rests_until is null or w.rests_until <= dawr.now())
        order by o.next_try_at
        limit at_most)
    update outbox o set tries = o.tries + 1, next_try_at = dawr.now() + interval '60 seconds'
    from due, webhook w
    where o.site_id = site and o.id = due.id and w.site_id = o.site_id and w.id = o.webhook_id
    returning o.id, o.webhook_id, w.url, w.secret, o.payload, o.tries::int;
end $$;
