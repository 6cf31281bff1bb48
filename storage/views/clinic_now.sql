-- Each clinic of the session's site as it is now, numbers and standing, with nothing personal.
--
-- When the day has turned and nothing has moved yet, the numbers are the new day's: none called, and only those
-- whose clinic runs across the boundary still wait. `day_is_stored` says that the head knows it too.
create or replace view dawr.clinic_now as
select c.id as clinic_id, c.code, c.names, c.prefix, c.floor, c.icon, c.gender, c.capacity, c.pin_required, c.sort,
       r.name as room, n.state, n.reason, n.until, h.position, d.today as service_day,
       h.service_day = d.today as day_is_stored,
       case when h.service_day = d.today then h.series else 1 end as series,
       case when h.service_day = d.today then h.counter else 0 end as total,
       case when h.service_day = d.today then h.current else 0 end as current,
       case when h.service_day = d.today then h.current_label end as current_label,
       case when h.service_day = d.today or dawr.stays_over(s, c.id, h.service_day, d.today)
            then h.waiting else 0 end as waiting,
       h.in_service,
       case when h.service_day = d.today then h.completed else 0 end as completed,
       case when h.service_day = d.today then h.exited else 0 end as exited,
       h.moved_at, dawr.service_facts(c, h) as service
from dawr.my_site m
join dawr.site s on s.id = m.id
join dawr.clinic c on c.site_id = s.id
join dawr.head h on h.site_id = c.site_id and h.clinic_id = c.id
left join dawr.room r on r.site_id = c.site_id and r.id = c.room_id
cross join lateral dawr.clinic_state(s, c, dawr.now()) n
cross join lateral (select greatest(h.service_day, dawr.service_day(s, dawr.now())) as today) d;
