-- Put a note on a ticket for the staff's eyes; an empty one removes it.
create or replace function dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    was ticket;
    t ticket;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'waiting', 'called', 'serving', 'held', 'no_show');
    t := was;
    t.note := nullif(btrim(add_note.note), '');
    return end_move(press, who, write_move(press, who, was, t, step(was, was.state), 'NOTED'));
end $$;
