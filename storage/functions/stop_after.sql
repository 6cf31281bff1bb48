-- The clinic whose ticket is to be drawn when a ticket is done: chosen before any head is locked. Null off a route, when
-- the patient holds another ticket of it, when all is done, and when the one that is due cannot be entered now.
--
-- Holds the patient: of two of his tickets that end at once each would take the other for one he still holds.
create or replace function dawr.stop_after(s dawr.site, was dawr.ticket) returns int
language plpgsql volatile as $$
declare
    v visit;
    c clinic;
begin
    if was.visit_id is null then
        return null;
    end if;
    perform lock_patient(s.id, was.patient_id);
    if exists (select from open_tickets(s, was.visit_id) o where o.id <> was.id) then
        return null;
    end if;
    select * into v from visit x where x.site_id = s.id and x.id = was.visit_id;
    select * into c from clinic x where x.site_id = s.id and x.id = due_of(s, v, was.id);
    return case when (clinic_state(s, c, dawr.now())).state = 'OPEN' then c.id end;
end $$;
