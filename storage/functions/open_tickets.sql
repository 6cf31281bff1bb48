-- The tickets a visit holds: in hand ones first, then the newest. One that ended with a day which nobody has turned yet
-- is none, nor one that was called on a day before and forgotten; who was called within four hours is inside still.
create or replace function dawr.open_tickets(s dawr.site, visit bigint) returns setof dawr.ticket
language sql stable as $$
    select t.* from dawr.ticket t
    join dawr.head h on h.site_id = t.site_id and h.clinic_id = t.clinic_id
    cross join (select dawr.now() as at, dawr.service_day(s, dawr.now()) as today) n
    where t.site_id = s.id and t.visit_id = open_tickets.visit
      and case when t.state in ('waiting', 'held')
               then t.id > h.dead_through
                    and (h.service_day >= n.today or dawr.stays_over(s, t.clinic_id, h.service_day, n.today))
               when t.state in ('called', 'serving')
               then dawr.service_day(s, t.called_at) = n.today or t.called_at > n.at - interval '4 hours'
               else false end
    order by t.state in ('called', 'serving') desc, t.id desc
$$;
