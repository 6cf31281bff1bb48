-- The site's settings with their bounds. Servers only.
create or replace function dawr.read_settings() returns jsonb
language sql stable security definer set search_path = dawr, pg_temp as $$
    select setting_list(s) from site s join login l on l.site_id = s.id and l.kind = 'server'
    where l.role_name = session_user
$$;
