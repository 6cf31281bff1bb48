-- Append an event that concerns a whole clinic (or, with clinic 0, the site) at the position of its locked head.
create or replace function dawr.write_clinic_event(
    h dawr.head, kind text, who dawr.begun default null, why text default null, correlation text default null,
    facts jsonb default null)
returns void
language plpgsql as $$
begin
    insert into event (
        site_id, clinic_id, position, kind, actor, station, reason, correlation_id, at, service_day, series,
        current, waiting, in_service, completed, total, facts)
    values (
        h.site_id, h.clinic_id, h.position, kind, who.actor, who.station, why, correlation, h.moved_at,
        h.service_day, h.series, h.current, h.waiting, h.in_service, h.completed, h.counter, facts);
end $$;
