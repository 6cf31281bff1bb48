-- End a locked ticket as done; the caller may hold its head already.
create or replace function dawr.finish_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text default null)
returns jsonb
language plpgsql as $$
declare
    t ticket := was;
    h head := step(was, 'done', served_s => served_seconds(was));
begin
    t.state := 'done';
    t.ended_at := h.moved_at;
    return write_move(press, who, was, t, h, 'COMPLETED', why);
end $$;
