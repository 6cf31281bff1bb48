-- Refuse whoever begins a visit of a patient who waits already in one of its clinics and does not show that ticket's token.
create or replace function dawr.refuse_held(who dawr.begun, s dawr.site, v dawr.visit, holder text) returns void
language plpgsql as $$
begin
    if exists (
        select from visit_stop p
        join head h on h.site_id = p.site_id and h.clinic_id = p.clinic_id
        cross join lateral (select (open_ticket(h, v.patient_id)).*) t
        where p.site_id = s.id and p.visit_id = v.id and t.id is not null and not may_know(who, (
            select x from ticket x where x.site_id = s.id and x.id = t.id), holder)) then
        perform refuse('ALREADY_WAITING');
    end if;
end $$;
