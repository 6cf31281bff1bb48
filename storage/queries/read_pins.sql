-- Today's PINs of the clinics that ask for one, for staff: the date is the site's service day, which turns at reset_time.
create or replace function dawr.read_pins() returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    s site;
    today date;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind in ('staff', 'server')
    where l.role_name = session_user;
    if not found then
        perform refuse('FORBIDDEN');
    end if;
    today := service_day(s, dawr.now());
    perform draw_pins(s, today);
    return jsonb_build_object(
        'date', today, 'reset_time', to_char(s.day_turns_at, 'HH24:MI'), 'timezone', s.time_zone,
        'pins', (select coalesce(jsonb_object_agg(c.code, p.code), '{}')
                 from clinic c join pin p on p.site_id = c.site_id and p.clinic_id = c.id and p.service_day = today
                 where c.site_id = s.id and c.pin_required));
end $$;
