-- Refuse a check-in to a ticket that the caller may not see, or that is over. The code opens only what it drew, and not
-- what is one of a route's: who booked in another's name learns nothing of his way.
create or replace function dawr.check_booked(who dawr.begun, t dawr.ticket, b dawr.booking, holder text) returns void
language plpgsql as $$
begin
    if (t.appointment_ref is distinct from b.code or t.visit_id is not null) and not may_know(who, t, holder) then
        perform refuse('ALREADY_WAITING');
    end if;
    perform require_state(t, '{waiting,called,serving,held}');
end $$;
