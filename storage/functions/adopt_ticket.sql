-- Make a ticket that a patient holds one of his visit's. Its head is held by the caller, so its row is not waited for:
-- where somebody else has it just now, the caller is told to try again.
create or replace function dawr.adopt_ticket(t dawr.ticket, visit bigint) returns dawr.ticket
language plpgsql as $$
begin
    perform from ticket x where x.site_id = t.site_id and x.id = t.id for update nowait;
    update ticket x set visit_id = visit where x.site_id = t.site_id and x.id = t.id;
    t.visit_id := visit;
    return t;
end $$;
