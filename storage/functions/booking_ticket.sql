-- The ticket a booking became, unless that was cancelled: then he may check in again.
create or replace function dawr.booking_ticket(b dawr.booking) returns dawr.ticket
language plpgsql stable as $$
declare
    t ticket;
begin
    select x.* into t from ticket x where x.site_id = b.site_id and x.id = b.ticket_id and x.state <> 'cancelled';
    return t;
end $$;
