-- The appointments of some clinics on a local date (none: today's), soonest first, the cancelled among them.
--
-- Names are in it: who reads which patient on which day is written down (patient_read). For staff.
create or replace function dawr.read_bookings(clinics text[], day date default null) returns jsonb
language plpgsql volatile security definer set search_path = dawr, pg_temp as $$
declare
    me login;
    s site;
    at timestamptz := dawr.now();
    wanted date;
    served int[];
    answer jsonb;
    shown bigint[];
begin
    select * into me from login l where l.role_name = session_user and l.kind in ('staff', 'server');
    if not found then
        perform refuse('FORBIDDEN');
    end if;
    select * into s from site x where x.id = me.site_id;
    wanted := coalesce(read_bookings.day, (at at time zone s.time_zone)::date);
    select array_agg((find_clinic(s.id, code)).id) into served from unnest(clinics) as p(code);

    select jsonb_build_object(
        'day', wanted, 'read_at', at,
        'bookings', coalesce(jsonb_agg(desk_booking(b, x, c.code) order by x.starts_at, c.sort, b.id), '[]')),
        array_agg(b.patient_id)
    into answer, shown
    from slot x
    join booking b on b.site_id = x.site_id and b.slot_id = x.id
    join clinic c on c.site_id = x.site_id and c.id = x.clinic_id
    where x.site_id = s.id and x.clinic_id = any(served)
      and x.starts_at >= wanted::timestamp at time zone s.time_zone
      and x.starts_at < (wanted + 1)::timestamp at time zone s.time_zone;
    perform note_reads(s, me.name, shown);
    return answer;
end $$;
