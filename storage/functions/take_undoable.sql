-- Lock the ticket whose last move is to be undone; of a transfer's new ticket, untouched, that is the old one.
create or replace function dawr.take_undoable(who dawr.begun, ref dawr.ticket_ref) returns dawr.ticket
language plpgsql as $$
declare
    t ticket;
    parent ticket;
    every text[] := '{waiting,called,serving,held,done,no_show,transferred,cancelled,expired}';
begin
    t := take_ticket(who, ref, variadic every);
    if t.came_from is null or t.state <> 'waiting' then
        return t;
    end if;
    select x.* into parent from ticket x
    join event e on e.site_id = x.site_id and e.clinic_id = t.clinic_id and e.position = t.last_position
    where x.site_id = t.site_id and x.id = t.came_from and x.went_to = t.id and e.kind = 'ENTERED'
    for update of x;
    return case when parent.id is null then t else parent end;
end $$;
