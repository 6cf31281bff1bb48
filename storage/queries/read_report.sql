-- A report of the session's site: current, daily, weekly or monthly. Servers only.
create or replace function dawr.read_report(kind text, day date default null) returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
begin
    return (select report(s, read_report.kind, read_report.day) from site s
            join login l on l.site_id = s.id and l.kind = 'server'
            where l.role_name = session_user);
end $$;
