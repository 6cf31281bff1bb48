-- Expire one locked ticket that ended with its day or series while somebody held it, unless this very move turned
-- the day and so has expired it already.
create or replace function dawr.expire_ticket(press dawr.press, was dawr.ticket) returns void
language plpgsql as $$
declare
    t ticket := was;
    h head;
    nobody begun;
begin
    if not exists (select from ticket x where x.site_id = was.site_id and x.id = was.id and x.state = was.state) then
        return;
    end if;
    h := step(was, 'expired');
    t.state := 'expired';
    t.ended_at := h.moved_at;
    perform write_move(press, nobody, was, t, h, 'EXPIRED');
end $$;
