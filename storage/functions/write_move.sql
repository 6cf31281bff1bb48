-- Write a moved ticket and its event; `h` is the head that step() locked for it.
--
-- The event keeps what the ticket was before, so that an undo can put it back whole.
create or replace function dawr.write_move(
    press dawr.press, who dawr.begun, was dawr.ticket, t dawr.ticket, h dawr.head, kind text,
    why text default null, undoes bigint default null)
returns jsonb
language plpgsql as $$
declare
    room_name text;
    clinic_code text;
begin
    update ticket x set
        state = t.state, priority = t.priority, queue_at = t.queue_at,
        called_at = t.called_at, started_at = t.started_at, ended_at = t.ended_at, recalls = t.recalls,
        room_id = t.room_id, place = t.place, called_by = t.called_by, note = t.note, reason = t.reason,
        went_to = t.went_to, last_position = h.position
    where x.site_id = t.site_id and x.id = t.id;
    select r.name into room_name from room r
    where r.site_id = t.site_id and r.id = coalesce(t.room_id, was.room_id);
    insert into event (
        site_id, clinic_id, position, kind, ticket_id, number, label, from_state, to_state, room, actor, station,
        reason, correlation_id, at, service_day, series, current, waiting, in_service, completed, total, undoes, before)
    values (
        t.site_id, t.clinic_id, h.position, kind, t.id, t.number, t.label, was.state, t.state, room_name,
        who.actor, who.station, why, press.correlation, h.moved_at, h.service_day, h.series,
        h.current, h.waiting, h.in_service, h.completed, h.counter, undoes,
        jsonb_build_object(
            'state', was.state, 'priority', was.priority, 'queue_at', was.queue_at, 'called_at', was.called_at,
            'started_at', was.started_at, 'ended_at', was.ended_at, 'recalls', was.recalls, 'room_id', was.room_id,
            'place', was.place, 'called_by', was.called_by, 'note', was.note, 'reason', was.reason,
            'went_to', was.went_to));
    select c.code into clinic_code from clinic c where c.site_id = t.site_id and c.id = t.clinic_id;
    return jsonb_build_object(
        'ticket_id', t.id, 'clinic', clinic_code, 'number', t.number, 'label', t.label, 'state', t.state,
        'room', case when t.room_id is null then null else room_name end, 'at', h.moved_at, 'token', t.token,
        'waiting', h.waiting, 'position', h.position, 'priority', t.priority);
end $$;
