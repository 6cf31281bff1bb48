-- Write a claimed ticket as called to a place of a room (or to none); its head is stepped already.
create or replace function dawr.call_ticket(
    press dawr.press, who dawr.begun, was dawr.ticket, h dawr.head, r dawr.room, free smallint, ended dawr.ticket,
    why text default null)
returns jsonb
language plpgsql as $$
declare
    t ticket := was;
begin
    t.state := 'called';
    t.called_at := h.moved_at;
    t.room_id := r.id;
    t.place := free;
    t.called_by := who.actor;
    t.recalls := 0;
    return write_move(press, who, was, t, h, 'CALLED', why)
        || jsonb_build_object('finished', ended.number, 'called_at', h.moved_at);
end $$;
