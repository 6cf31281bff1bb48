-- A locked head as drawing a ticket leaves it.
create or replace function dawr.after_draw(h dawr.head, t dawr.ticket) returns dawr.head
language plpgsql as $$
begin
    h.counter := t.number;
    h.position := t.last_position;
    h.moved_at := t.issued_at;
    h.waiting := h.waiting + 1;
    return h;
end $$;
