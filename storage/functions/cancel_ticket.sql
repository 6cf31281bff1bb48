-- Cancel a locked open ticket.
create or replace function dawr.cancel_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text default null)
returns jsonb
language plpgsql as $$
declare
    t ticket := was;
    h head := step(was, 'cancelled');
begin
    t.state := 'cancelled';
    t.ended_at := h.moved_at;
    t.reason := why;
    return write_move(press, who, was, t, h, 'CANCELLED', why);
end $$;
