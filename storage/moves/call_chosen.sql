-- Call one waiting ticket out of order; the reason stays in the log.
--
-- Refusals: TICKET_NOT_FOUND, WRONG_STATE, ROOM_NOT_FOUND, TICKET_IN_HAND, INVALID_INPUT without a reason.
create or replace function dawr.call_chosen(
    press dawr.press, ref dawr.ticket_ref, reason text, room text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    r room;
    ended ticket;
    free smallint;
    due int;
    was ticket;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    perform require_reason(reason);
    select * into s from site x where x.id = who.site_id;
    if call_chosen.room is not null then
        r := lock_room(s.id, call_chosen.room);
        ended := ticket_to_end(who, s, r);
        free := coalesce(ended.place, free_place(r));
    end if;
    was := take_ticket(who, ref, 'waiting');
    due := stop_after(s, ended);
    perform lock_heads(s, was.clinic_id, ended.clinic_id, due);
    if ended.id is not null then
        perform finish_ticket(press, who, ended);
        perform go_on(press, who, s, ended, due);
    end if;
    h := step(was, 'called', at_work => desks_at_work(
        s.id, was.clinic_id, coalesce(r.name, who.actor, '')));
    return end_move(press, who, call_ticket(press, who, was, h, r, free, ended, reason));
end $$;
