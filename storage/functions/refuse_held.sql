-- Refuse whoever begins a visit of a patient who waits already in one of its clinics and does not show that ticket's token.
create or replace function dawr.refuse_held(who dawr.begun, s dawr.site, v dawr.visit, holder text) returns void
language plpgsql as $$
begin
    if exists (
        select from visit_stop p
        join head h on h.site_id = p.site_id and h.clinic_id = p.clinic_id
        join ticket t on t.site_id = p.site_id and t.clinic_id = p.clinic_id and t.patient_id = v.patient_id
             and t.state in ('waiting', 'held', 'called', 'serving')
        where p.site_id = s.id and p.visit_id = v.id and is_held(s, t, h) and not may_know(who, t, holder)) then
        perform refuse('ALREADY_WAITING');
    end if;
end $$;
