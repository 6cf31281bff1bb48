-- The ticket a patient holds in a clinic whose head is locked: one of the service day, or one he waits with overnight
-- or was called with since the day turned.
create or replace function dawr.open_ticket(h dawr.head, patient bigint) returns dawr.ticket
language plpgsql as $$
declare
    s site;
    t ticket;
begin
    select * into s from site x where x.id = h.site_id;
    select x.* into t from ticket x
    where x.site_id = h.site_id and x.patient_id = open_ticket.patient and x.clinic_id = h.clinic_id
      and (x.state in ('waiting', 'held') and x.id > h.dead_through
           or x.state in ('called', 'serving')
              and (x.service_day = h.service_day or service_day(s, x.called_at) = h.service_day))
    order by x.id desc limit 1;
    return t;
end $$;
