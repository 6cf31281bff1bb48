-- The event log of the session's site as the feed needs it: no reason, no actor, nothing personal.
create or replace view dawr.feed_event as
select e.clinic_id, c.code as clinic, e.position, e.kind, e.ticket_id, e.number, e.label, e.room, e.at, e.service_day,
       e.series, e.current, e.waiting, e.in_service, e.completed, e.total, e.facts, e.station, e.undoes
from dawr.event e
join dawr.my_site s on s.id = e.site_id
left join dawr.clinic c on c.site_id = e.site_id and c.id = e.clinic_id;
