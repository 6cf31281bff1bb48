-- The last events of the site, newest first, with who did it and why: the audit trail for administrators. Servers only.
create or replace function dawr.read_live_feed(at_most int) returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
begin
    return (
        select coalesce(jsonb_agg(jsonb_build_object(
            'type', e.kind, 'time', e.at, 'service_day', e.service_day, 'clinic', e.code, 'position', e.position,
            'number', e.number, 'ticket', e.label, 'room', e.room, 'from', public_status(e.from_state),
            'to', public_status(e.to_state), 'actor', e.actor, 'station', e.station, 'reason', e.reason,
            'correlation_id', e.correlation_id, 'facts', e.facts) order by e.at desc, e.clinic_id, e.position desc), '[]')
        from (
            select x.*, c.code from login l
            join head h on h.site_id = l.site_id
            left join clinic c on c.site_id = h.site_id and c.id = h.clinic_id
            cross join lateral (
                select * from event y where y.site_id = h.site_id and y.clinic_id = h.clinic_id
                order by y.position desc limit at_most) x
            where l.kind = 'server' and l.role_name = session_user
            order by x.at desc, x.clinic_id, x.position desc limit at_most) e);
end $$;
