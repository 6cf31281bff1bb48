-- Whose bearer token this is, by its hash: name and scope, or null when unknown or revoked. Servers only.
create or replace function dawr.find_token(digest bytea) returns jsonb
language sql stable security definer set search_path = dawr, pg_temp as $$
    select jsonb_build_object('name', t.name, 'scope', t.scope) from dawr.token t
    join dawr.login l on l.site_id = t.site_id and l.kind = 'server' and l.role_name = session_user
    where t.hash = digest and t.revoked_at is null
$$;
