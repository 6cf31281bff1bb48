-- The clinics of a visit in their order, each with whether it is done, whether a ticket is held there, and that
-- ticket's label or the done one's. `leaving` is a ticket that counts as done already.
--
-- Tickets that ended before the visit began (again) do not count. A clinic he is sent to once more is not done.
create or replace function dawr.stops_of(s dawr.site, v dawr.visit, leaving bigint default null)
returns table (clinic_id int, place smallint, fixed boolean, is_done boolean, is_open boolean, label text)
language sql stable as $$
    select p.clinic_id, p.place, p.fixed,
           (p.done_at is not null or coalesce(bool_or(t.state = 'done' or t.id = leaving), false)) and count(o.id) = 0,
           count(o.id) > 0,
           coalesce(max(o.label), max(t.label) filter (where t.state = 'done' or t.id = leaving))
    from dawr.visit_stop p
    left join dawr.ticket t on t.site_id = p.site_id and t.visit_id = p.visit_id and t.clinic_id = p.clinic_id
         and (t.ended_at is null or t.ended_at > v.begun_at)
    left join dawr.open_tickets(s, v.id) o on o.id = t.id and o.id is distinct from leaving
    where p.site_id = s.id and p.visit_id = v.id
    group by p.clinic_id, p.place, p.fixed, p.done_at
    order by p.place
$$;
