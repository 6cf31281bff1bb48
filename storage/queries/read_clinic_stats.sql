-- Each clinic of the site as it is now, with what the present service day has come to so far. Servers only.
create or replace function dawr.read_clinic_stats() returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
declare
    s site;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind = 'server'
    where l.role_name = session_user;
    return (
        select jsonb_build_object(
            'time', dawr.now(), 'site', s.code, 'service_day', service_day(s, dawr.now()),
            'revision', (select v.version_num from alembic_version v),
            'clinics', coalesce(jsonb_agg(to_jsonb(n) || jsonb_build_object(
                'held', h.held, 'desks', coalesce((n.service ->> 'desks')::int, 0), 'today', to_jsonb(r),
                'longest_wait_seconds', (
                    select round(extract(epoch from dawr.now() - min(t.arrived_at)))::int from ticket t
                    where t.site_id = s.id and t.clinic_id = n.clinic_id and t.state = 'waiting'
                      and t.id > h.dead_through and n.waiting > 0))
                order by n.sort, n.clinic_id), '[]'))
        from clinic_now n
        join head h on h.site_id = s.id and h.clinic_id = n.clinic_id
        left join report_rows(s, service_day(s, dawr.now()), service_day(s, dawr.now())) r
             on r.part = 'clinic' and r.clinic = n.code);
end $$;
