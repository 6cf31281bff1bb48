-- Give a patient the next number of a clinic: consecutive from 1, whatever runs at once.
--
-- A patient who holds an open ticket there gets that one again (existing), if he may see it: by its token, at a
-- kiosk or from staff; anyone else hears ALREADY_WAITING and no more. Anonymous tickets are never "existing".
-- Refusals: CLINIC_NOT_FOUND, CLINIC_CLOSED, CLINIC_PAUSED, CLINIC_OTHER_GENDER (staff may all the same),
-- FORBIDDEN (emergency by others than staff, remote entry switched off), ALREADY_WAITING, of a patient on a route
-- CLINIC_NOT_IN_PATH, PREVIOUS_NOT_COMPLETED and WRONG_SEQUENCE, RATE_LIMITED (a mobile number
-- that drew `per_mobile` tickets within the hour, 3 where it is not said; staff's do not count).
create or replace function dawr.issue_ticket(
    press dawr.press, clinic text, patient text default null, name text default null, mobile text default null,
    gender text default null, priority text default 'none', party_size int default 1,
    practitioner text default null, holder text default null, per_mobile int default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    s site;
    c clinic;
    h head;
    t ticket;
    held ticket;
    by_staff boolean;
begin
    if who.told is not null then
        return who.told;
    end if;
    select * into s from site x where x.id = who.site_id;
    by_staff := who.scope in ('staff', 'admin');
    if issue_ticket.priority = 'emergency' and not by_staff or who.scope = 'patient' and not s.remote_entry then
        perform refuse('FORBIDDEN');
    end if;
    c := find_clinic(who.site_id, issue_ticket.clinic);
    if coalesce(issue_ticket.patient, issue_ticket.name, issue_ticket.mobile) is not null then
        t.patient_id := find_patient(who, issue_ticket.patient, issue_ticket.name, issue_ticket.mobile,
                                     issue_ticket.gender);
        t.visit_id := join_route(who, s, c, t.patient_id, holder);
    end if;

    h := lock_head(s, c.id);
    if not by_staff then
        perform check_entry(s, find_clinic(s.id, c.code), issue_ticket.gender);
    end if;
    if t.patient_id is not null then
        held := open_ticket(h, t.patient_id);
        if held.id is not null then
            if not may_know(who, held, holder) then
                perform refuse('ALREADY_WAITING');
            elsif held.visit_id is null and t.visit_id is not null then
                held := adopt_ticket(held, t.visit_id, holder);
            end if;
            held := keep_mobile(held, issue_ticket.mobile);
            return end_move(press, who, ticket_answer(
                s, c, h, held, case when held.state in ('waiting', 'held') then count_ahead(held, h) else 0 end, true));
        end if;
    end if;

    if not by_staff then
        perform limit_mobile(s.id, issue_ticket.mobile, coalesce(per_mobile, 3));
    end if;
    t.source := case who.scope when 'kiosk' then 'kiosk' when 'patient' then 'remote' else 'staff' end;
    t.priority := coalesce(issue_ticket.priority, 'none');
    t.party_size := issue_ticket.party_size;
    t.mobile := issue_ticket.mobile;
    t.practitioner := issue_ticket.practitioner;
    t := draw_ticket(press, who, s, c, h, t);
    h := after_draw(h, t);
    return end_move(press, who, ticket_answer(
        s, c, h, t, case t.priority when 'none' then h.waiting - 1 else count_ahead(t, h) end, false));
end $$;
