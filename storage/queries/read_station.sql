-- What a station must know of itself and of its site, by its token's name. Servers only.
create or replace function dawr.read_station(name text) returns jsonb
language sql stable security definer set search_path = dawr, pg_temp as $$
    select station_answer(s, t) || jsonb_build_object(
        'languages', to_jsonb(s.languages), 'settings', setting_values(s))
    from login l
    join site s on s.id = l.site_id
    join token t on t.site_id = s.id and t.name = read_station.name and t.revoked_at is null
    where l.kind = 'server' and l.role_name = session_user
$$;
