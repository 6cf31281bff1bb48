-- Expire one locked ticket that ended with its day or series while somebody else held it.
create or replace function dawr.expire_ticket(press dawr.press, was dawr.ticket) returns void
language plpgsql as $$
declare
    t ticket := was;
    h head := step(was, 'expired');
    nobody begun;
begin
    t.state := 'expired';
    t.ended_at := h.moved_at;
    perform write_move(press, nobody, was, t, h, 'EXPIRED');
end $$;
