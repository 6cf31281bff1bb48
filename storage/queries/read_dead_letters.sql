-- What could not be delivered to a web-hook, newest first; null when there is no such web-hook. No mobile is in it.
create or replace function dawr.read_dead_letters(name text, at_most int default 50) returns jsonb
language sql stable security definer set search_path = dawr, pg_temp as $$
    select (select coalesce(jsonb_agg(jsonb_build_object(
                'id', d.id, 'type', d.kind, 'clinic', d.payload ->> 'clinic', 'ticket', d.payload ->> 'ticket',
                'made_at', d.made_at, 'dead_at', d.dead_at, 'tries', d.tries, 'error', d.last_error)
                order by d.dead_at desc, d.id), '[]')
            from (select o.* from dawr.outbox o
                  where o.site_id = w.site_id and o.webhook_id = w.id and o.dead_at is not null
                  order by o.dead_at desc, o.id limit at_most) d)
    from dawr.webhook w
    join dawr.login l on l.site_id = w.site_id and l.kind = 'server' and l.role_name = session_user
    where w.name = read_dead_letters.name
$$;
