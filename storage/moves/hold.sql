-- Set a patient aside, from waiting, called or serving; his place in the line is kept, his place in the room is freed.
create or replace function dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text default null) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    was ticket;
    t ticket;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'waiting', 'called', 'serving');
    h := step(was, 'held');
    t := was;
    t.state := 'held';
    t.room_id := null;
    t.place := null;
    t.reason := reason;
    return end_move(press, who, write_move(press, who, was, t, h, 'HELD', reason));
end $$;
