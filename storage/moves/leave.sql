-- The patient types the clinic's PIN and leaves: proof of having been seen. Ends a ticket called or being served, and
-- on a route draws that of the next clinic in the same move.
--
-- Anybody may type it; with the wrong one a try is counted, which is why that refusal is answered and not raised.
-- `queue_number` is the ticket's as the patient says it. Who shows no token of the visit, being no kiosk and no staff, is
-- counted by his address too, and hears only what his PIN has earned him: patient, number and PIN together all of it,
-- else which number comes next.
-- Refusals: TICKET_NOT_FOUND, NOT_IN_QUEUE, INCORRECT_QUEUE_NUMBER, WRONG_STATE, INCORRECT_PIN, PIN_LOCKED,
-- FORBIDDEN (no PIN asked for, and not his ticket), INVALID_INPUT (no PIN given).
create or replace function dawr.leave(
    press dawr.press, ref dawr.ticket_ref, pin text default null, queue_number int default null,
    holder text default null, address text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    every constant text[] := '{waiting,called,serving,held,done,no_show,transferred,cancelled,expired}';
    s site;
    c clinic;
    t ticket;
    next ticket;
    due int;
    known boolean;
    refusal jsonb;
    answer jsonb;
begin
    if who.told is not null then
        return who.told;
    end if;
    select * into s from site x where x.id = who.site_id;
    perform draw_pins(s, service_day(s, dawr.now()));
    t := take_ticket(who, ref, variadic every);
    select * into c from clinic x where x.site_id = s.id and x.id = t.clinic_id;
    known := may_know(who, t, coalesce(ref.token, holder));
    if not known then
        perform require_state(t, '{called,serving}', false);  -- or the number of who waits could be guessed
    end if;
    if leave.queue_number <> t.number then
        perform refuse('INCORRECT_QUEUE_NUMBER');
    end if;
    perform require_state(t, '{called,serving}', known);
    if not (known or c.pin_required) then
        perform refuse('FORBIDDEN');
    end if;
    refusal := check_pin(s, c, t, leave.pin, case when known then null else leave.address end);
    if refusal is not null then
        return end_move(press, who, refusal);
    end if;
    known := known or (ref.patient is not null and queue_number is not null);
    due := stop_after(s, t);
    if due is not null then
        perform lock_heads(s, t.clinic_id, due);
    end if;
    answer := finish_ticket(press, who, t);
    next := go_on(press, who, s, t, due);
    return end_move(press, who, answer || onward(s, t, next, known) || jsonb_build_object(
        'arrived_at', t.arrived_at, 'called_at', t.called_at,
        'patient', case when known then patient_value(t.site_id, t.patient_id) end));
end $$;
