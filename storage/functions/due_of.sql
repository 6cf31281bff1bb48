-- The clinic a visit's patient has to go to now; null when all is done. `leaving` is a ticket that counts as done already.
--
-- That is where he holds a ticket; else where his last ticket was, if he was not done there (who did not come is still
-- expected), unless others can be entered and that one cannot; else what is chosen.
create or replace function dawr.due_of(s dawr.site, v dawr.visit, leaving bigint default null) returns int
language plpgsql stable as $$
declare
    due int;
begin
    select o.clinic_id into due from open_tickets(s, v.id) o where o.id is distinct from leaving limit 1;
    if due is not null then
        return due;
    end if;
    select p.clinic_id into due from candidates(s, v, leaving) p
    where (p.fixed or p.is_open) and p.clinic_id = (
        select t.clinic_id from ticket t
        where t.site_id = s.id and t.visit_id = v.id and (t.ended_at is null or t.ended_at > v.begun_at)
        order by t.id desc limit 1);
    return coalesce(due, choose_stop(s, v, leaving));
end $$;
