-- A visit's route with how far it is: every clinic's status follows from the visit's tickets, so an undo changes it back.
create or replace function dawr.route_answer(s dawr.site, v dawr.visit) returns jsonb
language plpgsql stable as $$
declare
    due int := due_of(s, v);
    e exam_type;
begin
    select * into e from exam_type x
    where x.site_id = s.id and x.code = v.exam and x.gender in (v.gender, 'any')
    order by x.gender = 'any' limit 1;
    return (select jsonb_build_object(
        'exam', v.exam, 'names', coalesce(e.names, '{}'), 'gender', v.gender, 'note', e.note,
        'stops', coalesce(jsonb_agg(jsonb_build_object(
            'clinic', c.code, 'names', c.names, 'floor', c.floor, 'room', r.name, 'ticket', p.label,
            'status', case when p.is_open then 'IN_QUEUE' when p.is_done then 'COMPLETED'
                           when p.clinic_id = due then 'READY' else 'LOCKED' end) order by p.place), '[]'),
        'due', (select x.code from clinic x where x.site_id = s.id and x.id = due),
        'done', count(*) filter (where p.is_done), 'total', count(*), 'completed', coalesce(bool_and(p.is_done), true))
    from stops_of(s, v) p
    join clinic c on c.site_id = s.id and c.id = p.clinic_id
    left join room r on r.site_id = s.id and r.id = c.room_id);
end $$;
