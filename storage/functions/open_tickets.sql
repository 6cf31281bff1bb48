-- The tickets a visit holds: in hand ones first, then the newest.
create or replace function dawr.open_tickets(s dawr.site, visit bigint) returns setof dawr.ticket
language sql stable as $$
    select t.* from dawr.ticket t
    join dawr.head h on h.site_id = t.site_id and h.clinic_id = t.clinic_id
    where t.site_id = s.id and t.visit_id = open_tickets.visit
      and t.state in ('waiting', 'held', 'called', 'serving') and dawr.is_held(s, t, h)
    order by t.state in ('called', 'serving') desc, t.id desc
$$;
