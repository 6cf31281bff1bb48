-- Take back the last move of a ticket: for the site's window, by who made it, while nothing came after it.
--
-- Appends a compensating event; numbers are never given back: undoing an issue cancels the ticket. Undoing a
-- transfer, or a done that drew the next ticket, cancels that one if it is still waiting untouched.
-- Refusals: TICKET_NOT_FOUND, FORBIDDEN (somebody else's move), TOO_LATE_TO_UNDO, TICKET_IN_HAND (the room filled up).
create or replace function dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text default null) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    was ticket;
    t ticket;
    child ticket;
    last event;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    select * into s from site x where x.id = who.site_id;
    was := take_undoable(who, ref);
    select * into last from event e
    where e.site_id = was.site_id and e.clinic_id = was.clinic_id and e.position = was.last_position;
    perform check_undoable(who, s, last);
    if was.went_to is not null and last.kind in ('TRANSFERRED', 'COMPLETED') then
        child := take_untouched(who, was.went_to, last);
    end if;
    t := restored(was, last);
    if t.state in ('called', 'serving') and t.room_id is not null then
        t.place := place_again(t);
    end if;
    perform lock_heads(s, was.clinic_id, child.clinic_id);
    if child.id is not null then
        perform cancel_child(press, who, child);
    end if;
    h := step(was, t.state, if_alive => true);
    if h.position is null then
        perform refuse('TOO_LATE_TO_UNDO', jsonb_build_object('at', null));
    end if;
    if t.state in ('called', 'serving') then
        null;
    elsif last.kind = 'CALLED' then
        h := call_forgotten(h, last.position);
    end if;
    return end_move(press, who, write_move(press, who, was, t, h, 'UNDONE', reason, last.position));
end $$;
