-- Mark a locked called ticket as a no-show; its place in the room is free again.
create or replace function dawr.miss_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text default null)
returns jsonb
language plpgsql as $$
declare
    t ticket := was;
    h head := step(was, 'no_show');
begin
    t.state := 'no_show';
    t.ended_at := h.moved_at;
    return write_move(press, who, was, t, h, 'NO_SHOW', why);
end $$;
