-- Draw the next number of a clinic whose head the caller holds: insert the ticket, count it, append its event.
--
-- `t` brings what is known of it (source, priority, patient, party size and so on); clinic, day, series, number,
-- label, times, token and place in the line are set here. With queue_at given (a transfer that keeps its arrival)
-- the place is kept. Consecutive by construction: the counter moves only under this lock and with this insert.
create or replace function dawr.draw_ticket(
    press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket)
returns dawr.ticket
language plpgsql as $$
declare
    arrival timestamptz := greatest(dawr.now(), h.last_arrival + interval '1 microsecond', h.moved_at);
begin
    t.site_id := s.id;
    t.clinic_id := c.id;
    t.service_day := h.service_day;
    t.series := h.series;
    t.number := h.counter + 1;
    t.label := c.prefix || '-' || lpad(t.number::text, greatest(3, length(t.number::text)), '0');
    t.state := 'waiting';
    t.arrived_at := coalesce(t.arrived_at, arrival);
    t.issued_at := arrival;
    t.queue_at := coalesce(t.queue_at, arrival - credit(s, t.priority));
    t.token := random_token();
    t.last_position := h.position + 1;
    insert into ticket (
        site_id, clinic_id, service_day, series, number, label, state, source, priority, queue_at, arrived_at,
        issued_at, token, patient_id, visit_id, party_size, practitioner, note, encounter_ref, appointment_ref,
        came_from, mobile, last_position)
    values (
        t.site_id, t.clinic_id, t.service_day, t.series, t.number, t.label, t.state, t.source, t.priority, t.queue_at,
        t.arrived_at, t.issued_at, t.token, t.patient_id, t.visit_id, coalesce(t.party_size, 1), t.practitioner, t.note,
        t.encounter_ref, t.appointment_ref, t.came_from, t.mobile, t.last_position)
    returning id into t.id;
    h := after_draw(h, t);
    update head x set
        counter = h.counter, last_arrival = arrival, moved_at = arrival, position = h.position,
        waiting = h.waiting, last_ticket = t.id
    where x.site_id = s.id and x.clinic_id = c.id;
    insert into event (
        site_id, clinic_id, position, kind, ticket_id, number, label, to_state, actor, station, correlation_id, at,
        service_day, series, current, waiting, in_service, completed, total)
    values (
        s.id, c.id, t.last_position, 'ENTERED', t.id, t.number, t.label, 'waiting', who.actor, who.station,
        press.correlation, arrival, t.service_day, t.series, h.current, h.waiting,
        h.in_service, h.completed, t.number);
    return t;
end $$;
