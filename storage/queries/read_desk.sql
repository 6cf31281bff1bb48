-- All that a desk shows, in one read: the waiting in the order they will be called, the room's in hand, the held
-- and the missing, today's numbers, the last move of this desk that can still be undone, the clinics' PINs of today
-- and their appointments of the local date.
--
-- Names are in it: who reads which patient on which day is written down (patient_read).
create or replace function dawr.read_desk(
    clinics text[], credits int[] default null, room text default null, practitioner text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    me login;
    s site;
    served int[];
    at timestamptz := dawr.now();
    answer jsonb;
    shown bigint[];
begin
    select * into me from login l where l.role_name = session_user and l.kind in ('staff', 'server');
    if not found then
        perform refuse('FORBIDDEN');
    end if;
    select * into s from site x where x.id = me.site_id;
    select array_agg((find_clinic(s.id, code)).id order by ord) into served
    from unnest(clinics) with ordinality as p(code, ord);

    with listed (part, place, t) as (
        select 'waiting', t.queue_at - make_interval(secs => coalesce(p.credit_s, 0)), t
        from unnest(served, credits) p(clinic_id, credit_s)
        join head h on h.site_id = s.id and h.clinic_id = p.clinic_id
        join ticket t on t.site_id = s.id and t.clinic_id = p.clinic_id and t.state = 'waiting'
             and t.id > h.dead_through and (t.practitioner is null or t.practitioner = read_desk.practitioner)
        union all
        select 'in_hand', t.called_at, t from ticket t
        where t.site_id = s.id and t.state in ('called', 'serving')
          and case when read_desk.room is null
                   then t.room_id is null and t.called_by = me.name and t.clinic_id = any(served)
                   else t.room_id = (select r.id from room r where r.site_id = s.id and r.name = read_desk.room) end
        union all
        select 'aside', t.arrived_at, t from ticket t
        join head h on h.site_id = t.site_id and h.clinic_id = t.clinic_id and t.id > h.dead_through
        where t.site_id = s.id and t.clinic_id = any(served) and t.state = 'held'
        union all
        select 'aside', t.ended_at, t from head h
        join ticket t on t.site_id = h.site_id and t.clinic_id = h.clinic_id and t.service_day = h.service_day
             and t.state = 'no_show' and t.id > h.dead_through
        where h.site_id = s.id and h.clinic_id = any(served))
    select jsonb_build_object(
        'read_at', at,
        'waiting', coalesce(jsonb_agg(desk_ticket(l.t) order by l.place, (l.t).id)
                            filter (where l.part = 'waiting'), '[]'),
        'in_hand', coalesce(jsonb_agg(desk_ticket(l.t) || jsonb_build_object('route', read_ticket_route((l.t).id))
                                      order by l.place desc) filter (where l.part = 'in_hand'), '[]'),
        'aside', coalesce(jsonb_agg(desk_ticket(l.t) order by l.place desc) filter (where l.part = 'aside'), '[]'),
        'today', today_numbers(s, served, at),
        'undo', undo_offer(s, me, at),
        'usual_service_s', (select round(extract(epoch from avg(c.expected_service)))::int from clinic c
                            where c.site_id = s.id and c.id = any(served)),
        'no_show_grace_s', extract(epoch from s.no_show_grace)::int), array_agg((l.t).patient_id)
    into answer, shown from listed l;
    perform note_reads(s, me.name, shown);
    return answer || jsonb_build_object(
        'pins', (select coalesce(jsonb_object_agg(p.key, p.value), '{}') from jsonb_each(read_pins() -> 'pins') p
                 where p.key = any(select lower(code) from unnest(clinics) code)),
        'bookings', read_bookings(clinics) -> 'bookings');
end $$;
