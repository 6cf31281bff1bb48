-- The clinic of a visit to go to next: the first fixed one, else that with the least expected wait now. The rule is
-- choose_next() of domain/routes.py; a test holds the two together. Null when nothing is left.
--
-- The floor just left is that of the ticket that is leaving, else of the one that was done last.
create or replace function dawr.choose_stop(s dawr.site, v dawr.visit, leaving bigint default null) returns int
language plpgsql stable as $$
declare
    here double precision;
begin
    select floor_level(c.floor) into here from ticket t
    join clinic c on c.site_id = t.site_id and c.id = t.clinic_id
    where t.site_id = s.id and t.visit_id = v.id and (t.state = 'done' or t.id = leaving)
    order by t.id = leaving desc nulls last, t.ended_at desc limit 1;
    return (select p.clinic_id from candidates(s, v, leaving) p
    order by p.fixed desc, case when p.fixed then p.place end, not p.is_open, p.wait_s nulls last, p.waiting,
             abs(floor_level(p.floor) - here) nulls last, p.name collate "C", p.place
    limit 1);
end $$;
