-- The visit that a ticket about to be drawn belongs to, null for none; refuses what is out of turn on a patient's route.
--
-- Staff may enter him anywhere, kiosks and who holds a token of the visit where he is due; a stranger learns nothing.
create or replace function dawr.join_route(
    who dawr.begun, s dawr.site, c dawr.clinic, patient bigint, holder text)
returns bigint
language plpgsql as $$
declare
    v visit := todays_visit(s, patient);
    at_clinic record;
    held ticket;
    due text;
begin
    if v.id is null then
        return null;
    end if;
    perform lock_patient(s.id, patient);
    v := todays_visit(s, patient);
    if not may_know_visit(who, v, holder) then
        if exists (select from ticket t where t.token = holder and t.site_id = s.id and t.clinic_id = c.id
                   and t.patient_id = join_route.patient) then
            return null;
        end if;
        if not exists (select from stops_of(s, v) p where not p.is_done)
           and not exists (select from open_tickets(s, v.id)) then
            return null;
        end if;
        perform refuse('ALREADY_WAITING');
    end if;
    select p.is_done, p.is_open into at_clinic from stops_of(s, v) p where p.clinic_id = c.id;
    if who.scope in ('staff', 'admin') then
        return case when not at_clinic.is_done then v.id end;
    end if;
    select * into held from open_tickets(s, v.id) o order by o.clinic_id = c.id desc limit 1;
    if held.clinic_id = c.id then
        return v.id;
    elsif not exists (select from stops_of(s, v) p where not p.is_done) and held.id is null then
        return null;
    elsif at_clinic is null then
        perform refuse('CLINIC_NOT_IN_PATH', jsonb_build_object('clinic', c.code));
    end if;
    select x.code into due from clinic x where x.site_id = s.id and x.id = coalesce(held.clinic_id, due_of(s, v));
    if held.id is not null then
        perform refuse('PREVIOUS_NOT_COMPLETED', jsonb_build_object('due', due));
    elsif due <> c.code then
        perform refuse('WRONG_SEQUENCE', jsonb_build_object('due', due));
    end if;
    return v.id;
end $$;
