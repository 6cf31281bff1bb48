-- The answer to whoever took a number: the ticket, its place, and what the wait is estimated from.
create or replace function dawr.ticket_answer(
    s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket, ahead int, existing boolean)
returns jsonb
language plpgsql stable as $$
begin
    return (select jsonb_build_object(
        'ticket_id', t.id, 'clinic', c.code, 'number', t.number, 'label', t.label, 'token', t.token,
        'state', t.state, 'priority', t.priority, 'arrived_at', t.arrived_at, 'ahead', ahead, 'existing', existing,
        'entered', h.counter, 'exited', h.exited, 'waiting', h.waiting, 'in_service', h.in_service,
        'floor', c.floor, 'position', h.position,
        'room', (select r.name from room r where r.site_id = s.id and r.id = coalesce(t.room_id, c.room_id)),
        'service', service_facts(c, h)));
end $$;
