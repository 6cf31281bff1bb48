-- A locked ticket as it is once its clinic's day has turned, when that is due: who waited may have expired by it.
--
-- The move may come to lock other heads after this one, so all whose day is due turn here, in the order of their ids.
create or replace function dawr.after_turn(was dawr.ticket) returns dawr.ticket
language plpgsql as $$
declare
    s site;
    t ticket := was;
begin
    select x.* into s from site x
    join head h on h.site_id = x.id and h.clinic_id = was.clinic_id
    where x.id = was.site_id and h.service_day < service_day(x, dawr.now());
    if found then
        perform turn_all(s);
        select x.* into t from ticket x where x.site_id = was.site_id and x.id = was.id;
    end if;
    return t;
end $$;
