-- Where a web-hook leads and what it is signed with, for a server that tries it; null when there is none of that name.
create or replace function dawr.read_webhook_target(name text) returns jsonb
language sql stable security definer set search_path = dawr, pg_temp as $$
    select jsonb_build_object('url', w.url, 'secret', w.secret, 'time', dawr.now()) from dawr.webhook w
    join dawr.login l on l.site_id = w.site_id and l.kind = 'server' and l.role_name = session_user
    where w.name = read_webhook_target.name
$$;
