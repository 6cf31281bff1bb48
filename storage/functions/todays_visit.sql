-- The visit a patient is on: today's, or one that holds a ticket still, over the turn of the day.
create or replace function dawr.todays_visit(s dawr.site, patient bigint) returns dawr.visit
language plpgsql stable as $$
declare
    v visit;
begin
    select x.* into v from visit x
    where x.site_id = s.id and x.patient_id = todays_visit.patient
      and (x.service_day = service_day(s, dawr.now()) or exists (select from open_tickets(s, x.id)))
    order by x.service_day desc limit 1;
    return v;
end $$;
