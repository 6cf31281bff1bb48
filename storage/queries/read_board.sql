-- The site, its rooms, its clinics with their numbers and standing, and the last 12 calls, all of one instant.
--
-- Without codes every clinic, in the site's order, and the exam types with their clinics. `position` is the feed's
-- position the numbers are true as of.
create or replace function dawr.read_board(codes text[] default null) returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
begin
    return (
        select jsonb_build_object(
            'time', dawr.now(),
            'site', jsonb_build_object(
                'code', s.code, 'names', s.names, 'time_zone', s.time_zone, 'languages', to_jsonb(s.languages),
                'day_turns_at', to_char(s.day_turns_at, 'HH24:MI')),
            'site_position', (select h.position from head h where h.site_id = s.id and h.clinic_id = 0),
            'rooms', (select coalesce(jsonb_agg(jsonb_build_object(
                          'name', r.name, 'floor', r.floor, 'places', r.places) order by r.id), '[]')
                      from room r where r.site_id = s.id),
            'pin_digits', s.pin_digits,
            'takes_bookings', exists (select from slot_schedule p where p.site_id = s.id),
            'exams', case when codes is null then (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'code', e.code, 'gender', e.gender, 'names', e.names, 'note', e.note,
                    'clinics', (select coalesce(jsonb_agg(c.code order by p.place), '[]')
                                from exam_clinic p join clinic c on c.site_id = p.site_id and c.id = p.clinic_id
                                where p.site_id = s.id and p.code = e.code and p.gender = e.gender))
                    order by e.sort, e.code, e.gender), '[]')
                from exam_type e where e.site_id = s.id) end,
            'clinics', (select coalesce(jsonb_agg(to_jsonb(n) order by n.sort, n.clinic_id), '[]')
                        from clinic_now n where codes is null or n.code = any(codes)),
            'calls', (select coalesce(jsonb_agg(to_jsonb(c) order by c.at desc), '[]') from last_calls(s, codes) c))
        from my_site m join site s on s.id = m.id);
end $$;
