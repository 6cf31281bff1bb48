-- Make a ticket that a patient holds one of his visit's. Its head is held by the caller, so its row is not waited for:
-- where somebody else has it just now, the caller is told to try again.
--
-- Somebody else may have drawn it in his name, and a ticket's token opens its whole visit: unless it was shown just
-- now, the ticket gets another, and forgets the mobile that was given with it.
create or replace function dawr.adopt_ticket(t dawr.ticket, visit bigint, holder text default null) returns dawr.ticket
language plpgsql as $$
begin
    perform from ticket x where x.site_id = t.site_id and x.id = t.id for update nowait;
    t.visit_id := visit;
    if t.token is distinct from holder then
        t.token := random_token();
        t.mobile := null;
    end if;
    update ticket x set visit_id = t.visit_id, token = t.token, mobile = t.mobile
    where x.site_id = t.site_id and x.id = t.id;
    return t;
end $$;
