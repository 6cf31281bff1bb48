-- Draw the ticket of the clinic that comes after one that is done, in the same move; the heads of both are held.
-- Null where stop_after() named none, or when that clinic has closed since.
create or replace function dawr.go_on(press dawr.press, who dawr.begun, s dawr.site, was dawr.ticket, clinic int)
returns dawr.ticket
language plpgsql as $$
declare
    v visit;
    c clinic;
    t ticket;
begin
    if clinic is null then
        return null;
    end if;
    select * into c from clinic x where x.site_id = s.id and x.id = go_on.clinic;
    if (clinic_state(s, c, dawr.now())).state <> 'OPEN' then
        return null;
    end if;
    select * into v from visit x where x.site_id = s.id and x.id = was.visit_id;
    t := enter_stop(press, who, s, v, c.id, was);
    if t.came_from = was.id then
        update ticket x set went_to = t.id where x.site_id = was.site_id and x.id = was.id;
    end if;
    return t;
end $$;
