-- The ticket in which a ticket goes on: where it was transferred to or its route led, else the newest open one of its
-- visit, as far as that leads; itself while it is not over. What became one of a route afterwards is not followed: who
-- knows the first ticket may have drawn it in another's name.
create or replace function dawr.follow_ticket(asked dawr.ticket) returns dawr.ticket
language plpgsql stable as $$
declare
    t ticket := asked;
    next_one ticket;
begin
    while t.state not in ('waiting', 'called', 'serving', 'held') loop
        select x.* into next_one from ticket x
        where x.site_id = t.site_id and x.id = t.went_to and t.state in ('done', 'transferred')
          and x.visit_id is not distinct from t.visit_id;
        if not found and t.visit_id is not null then
            select x.* into next_one from ticket x
            where x.site_id = t.site_id and x.visit_id = t.visit_id and x.id > t.id
              and x.state in ('waiting', 'called', 'serving', 'held')
            order by x.id desc limit 1;
        end if;
        exit when next_one.id is null or next_one.id = t.id;
        t := next_one;
    end loop;
    return t;
end $$;
