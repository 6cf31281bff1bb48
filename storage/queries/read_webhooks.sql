-- The site's web-hooks by name, without their secrets. Servers only, which ask it for administrators.
create or replace function dawr.read_webhooks() returns jsonb
language sql stable security definer set search_path = dawr, pg_temp as $$
    select coalesce(jsonb_agg(dawr.webhook_answer(w) order by w.name), '[]') from dawr.webhook w
    join dawr.login l on l.site_id = w.site_id and l.kind = 'server' and l.role_name = session_user
$$;
