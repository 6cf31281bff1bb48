-- Cancel the untouched ticket that an undone move had drawn; its head is held by the caller.
create or replace function dawr.cancel_child(press dawr.press, who dawr.begun, was dawr.ticket) returns void
language plpgsql as $$
declare
    t ticket := was;
    h head := step(was, 'cancelled');
begin
    t.state := 'cancelled';
    t.ended_at := h.moved_at;
    perform write_move(press, who, was, t, h, 'CANCELLED');
end $$;
