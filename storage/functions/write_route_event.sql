-- Append the event of an edited route to the stream of a clinic whose head the caller holds. It names the ticket it is
-- about, so that its words are erased with that one's.
create or replace function dawr.write_route_event(
    press dawr.press, who dawr.begun, s dawr.site, clinic int, t dawr.ticket, why text, facts jsonb)
returns void
language plpgsql as $$
declare
    h head;
begin
    update head x set position = x.position + 1, moved_at = greatest(dawr.now(), x.moved_at)
    where x.site_id = s.id and x.clinic_id = clinic
    returning x.* into h;
    insert into event (
        site_id, clinic_id, position, kind, ticket_id, number, label, actor, station, reason, correlation_id, at,
        service_day, series, current, waiting, in_service, completed, total, facts)
    values (
        h.site_id, h.clinic_id, h.position, 'ROUTE_EDITED', t.id, t.number, t.label, who.actor, who.station, why,
        press.correlation, h.moved_at, h.service_day, h.series, h.current, h.waiting, h.in_service, h.completed,
        h.counter, facts);
end $$;
