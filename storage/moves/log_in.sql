-- Begin a patient's exam: his route of today, and the ticket of its first clinic. Once a day; whoever may know the
-- visit gets it again (existing), with the ticket he holds, or, when he holds none, one of the clinic that is due.
--
-- A stranger hears ALREADY_WAITING of a patient who has a visit today, or an open ticket in a clinic of this exam.
-- Refusals: FORBIDDEN (remote entry switched off), INVALID_INPUT (no such exam for him), ALREADY_WAITING, and of the
-- first clinic CLINIC_CLOSED and CLINIC_PAUSED (staff may all the same).
create or replace function dawr.log_in(
    press dawr.press, patient text, gender text, exam text, holder text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    v visit;
    t ticket;
    him bigint;
    due int;
    existing boolean;
begin
    if who.told is not null then
        return who.told;
    end if;
    select * into s from site x where x.id = who.site_id;
    if who.scope = 'patient' and not s.remote_entry then
        perform refuse('FORBIDDEN');
    end if;
    him := find_patient(who, log_in.patient, null, null, log_in.gender);
    perform lock_patient(s.id, him);
    v := todays_visit(s, him);
    existing := v.id is not null;
    if existing and not may_know_visit(who, v, holder) then
        perform refuse('ALREADY_WAITING');
    elsif existing then
        select * into t from open_tickets(s, v.id) limit 1;
    else
        v := begin_visit(s, him, find_exam(s.id, log_in.exam, log_in.gender), log_in.gender);
        perform refuse_held(who, s, v, holder);
    end if;

    if t.id is null then
        due := due_of(s, v);
        perform lock_heads(s, due);
        if not existing and who.scope not in ('staff', 'admin') then
            perform check_entry(s, c, log_in.gender) from clinic c where c.site_id = s.id and c.id = due;
        end if;
        if exists (select from clinic c where c.site_id = s.id and c.id = due
                   and (not existing or (clinic_state(s, c, dawr.now())).state = 'OPEN')) then
            t := enter_stop(press, who, s, v, due, holder => holder);
        end if;
    end if;
    return end_move(press, who, jsonb_build_object(
        'existing', existing, 'route', route_answer(s, v), 'ticket', held_answer(s, t, existing)));
end $$;
