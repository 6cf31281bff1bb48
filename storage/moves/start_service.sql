-- The called patient has come: serving begins.
create or replace function dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text default null)
returns jsonb
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
    was := take_ticket(who, ref, 'called');
    h := step(was, 'serving');
    t := was;
    t.state := 'serving';
    t.started_at := h.moved_at;
    return end_move(press, who, write_move(press, who, was, t, h, 'IN_SERVICE', reason));
end $$;
