-- End a ticket here and draw one in another clinic, linked; keeps the arrival (and so the place) or goes last.
--
-- Answers the new ticket, with "from" the old. Refusals: CLINIC_NOT_FOUND, TICKET_NOT_FOUND, WRONG_STATE,
-- INVALID_INPUT (the same clinic), ALREADY_WAITING (he holds a ticket there).
create or replace function dawr.transfer(
    press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean default true,
    reason text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    c clinic;
    was ticket;
    t ticket;
    drawn ticket;
    h head;
    old jsonb;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    select * into s from site x where x.id = who.site_id;
    c := find_clinic(s.id, destination);
    was := take_ticket(who, ref, 'waiting', 'called', 'serving', 'held');
    if was.clinic_id = c.id then
        perform refuse('INVALID_INPUT', '{"field": "to"}');
    end if;
    perform lock_heads(s, was.clinic_id, c.id);
    select x.* into h from head x where x.site_id = s.id and x.clinic_id = c.id;
    if was.patient_id is not null and (open_ticket(h, was.patient_id)).id is not null then
        perform refuse('ALREADY_WAITING');
    end if;

    drawn.source := 'transfer';
    drawn.came_from := was.id;
    drawn.priority := was.priority;
    drawn.patient_id := was.patient_id;
    drawn.visit_id := was.visit_id;
    drawn.party_size := was.party_size;
    drawn.practitioner := null;
    drawn.note := was.note;
    drawn.encounter_ref := was.encounter_ref;
    drawn.mobile := was.mobile;
    if coalesce(keep_arrival, true) then
        drawn.arrived_at := was.arrived_at;
        drawn.queue_at := was.queue_at;
    end if;
    drawn := draw_ticket(press, who, s, c, h, drawn);
    h := after_draw(h, drawn);
    t := was;
    t.state := 'transferred';
    t.went_to := drawn.id;
    t.ended_at := h.moved_at;
    t.reason := reason;
    old := write_move(press, who, was, t, step(was, 'transferred'), 'TRANSFERRED', reason);
    return end_move(press, who, ticket_answer(s, c, h, drawn, count_ahead(drawn, h), false)
        || jsonb_build_object('from', old, 'at', h.moved_at));
end $$;
