-- Cancel the untouched ticket that an undone move had drawn, unless its day is over; its head is held by the caller.
create or replace function dawr.cancel_child(press dawr.press, who dawr.begun, was dawr.ticket) returns void
language plpgsql as $$
declare
    t ticket := was;
    h head := step(was, 'cancelled', if_alive => true);
begin
    if h.position is null then
        perform refuse('TOO_LATE_TO_UNDO', jsonb_build_object('at', null));
    end if;
    t.state := 'cancelled';
    t.ended_at := h.moved_at;
    perform write_move(press, who, was, t, h, 'CANCELLED');
end $$;
