-- What a server that keeps answers asks every 5 s: the database's clock, which database and site this is, and a
-- digest of what stands in answers but is no event: the site, its rooms, clinics, hours, routes and schedules.
--
-- A pause is an event, so it is left out. A copy of a database has another place: its cluster, its own number there or
-- the timeline it runs on differs; else answers of one could be taken for the other's where they share a Redis.
create or replace function dawr.read_pulse() returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
begin
    return (
        select jsonb_build_object(
            'time', extract(epoch from dawr.now()),
            'place', md5(concat_ws(' ', (select y.system_identifier from pg_control_system() y),
                                   (select k.timeline_id from pg_control_checkpoint() k),
                                   (select d.oid from pg_database d where d.datname = current_database()), s.id)),
            'stamp', md5(concat_ws(' ', to_jsonb(s),
                (select jsonb_agg(to_jsonb(r) order by r.id) from room r where r.site_id = s.id),
                (select jsonb_agg(to_jsonb(c) - '{paused,paused_reason,paused_until}'::text[] order by c.id)
                 from clinic c where c.site_id = s.id),
                (select jsonb_agg(to_jsonb(w) order by to_jsonb(w)) from clinic_hours w where w.site_id = s.id),
                (select jsonb_agg(to_jsonb(e) order by to_jsonb(e)) from exam_clinic e where e.site_id = s.id),
                (select jsonb_agg(to_jsonb(t) order by to_jsonb(t)) from exam_type t where t.site_id = s.id),
                (select jsonb_agg(to_jsonb(l) order by to_jsonb(l)) from slot_schedule l where l.site_id = s.id))))
        from my_site m join site s on s.id = m.id);
end $$;
