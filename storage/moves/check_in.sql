-- An appointment becomes a ticket: from 30 minutes before its time to 10 after it, at the place of one who came a
-- quarter of an hour before its time, or when he came if that was earlier.
--
-- The code opens the ticket drawn by it, again and again, unless that has become one of a route. A ticket the patient holds there already is told to its
-- holder, kiosks and staff, and then stands for the appointment; anyone else hears ALREADY_WAITING. One whose ticket
-- was cancelled may check in again. On a patient's route his turn is as for entering a clinic. The answer tells the patient's id; told to staff, that is noted. Refusals: NOT_FOUND, OUTSIDE_CHECK_IN_WINDOW, WRONG_STATE (his ticket is over),
-- CLINIC_CLOSED, CLINIC_PAUSED (staff may all the same), ALREADY_WAITING, FORBIDDEN, and those of a route.
create or replace function dawr.check_in(press dawr.press, code text, holder text default null) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    c clinic;
    b booking;
    visit bigint;
    h head;
    t ticket;
    is_new boolean := false;
begin
    if who.told is not null then
        return who.told;
    end if;
    select * into s from site v where v.id = who.site_id;
    perform check_remote(who, s);
    b := take_booking(s.id, check_in.code);
    select * into c from clinic v where v.site_id = s.id and v.id = b.clinic_id;
    if (booking_ticket(b)).id is null then
        perform check_window(b);
        visit := join_route(who, s, c, b.patient_id, holder);
    end if;

    if who.scope in ('staff', 'admin') then
        perform note_reads(s, coalesce(who.actor, session_user), array[b.patient_id]);
    end if;
    h := lock_head(s, c.id);
    t := booking_ticket(b);
    if t.id is null then
        t := open_ticket(h, b.patient_id);
    end if;
    if t.id is null then
        t := draw_booked(press, who, s, c, h, b, visit);
        h := after_draw(h, t);
        is_new := true;
    else
        perform check_booked(who, t, b, holder);
        if t.visit_id is null and visit is not null then
            t := adopt_ticket(t, visit, holder);
        end if;
    end if;
    update booking v set state = 'checked_in', ended_at = coalesce(v.ended_at, dawr.now()), ticket_id = t.id
    where v.site_id = s.id and v.id = b.id and v.ticket_id is distinct from t.id;
    return end_move(press, who, ticket_answer(
        s, c, h, t, case when t.state in ('waiting', 'held') then count_ahead(t, h) else 0 end, not is_new)
        || jsonb_build_object('patient', patient_value(s.id, t.patient_id)));
end $$;
