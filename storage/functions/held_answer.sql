-- A ticket that is held, as whoever took it hears of it; null for none.
create or replace function dawr.held_answer(s dawr.site, t dawr.ticket, existing boolean) returns jsonb
language plpgsql stable as $$
declare
    c clinic;
    h head;
begin
    if t.id is null then
        return null;
    end if;
    select * into c from clinic x where x.site_id = s.id and x.id = t.clinic_id;
    select * into h from head x where x.site_id = s.id and x.clinic_id = t.clinic_id;
    return ticket_answer(
        s, c, h, t, case when t.state in ('waiting', 'held') then count_ahead(t, h) else 0 end, existing);
end $$;
