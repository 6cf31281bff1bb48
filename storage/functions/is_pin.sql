-- Whether a code lets this ticket leave: its clinic's PIN of the present service day, or of the day it was called on,
-- for a patient who was inside when the day turned. The days are the site's, never those of UTC.
create or replace function dawr.is_pin(s dawr.site, t dawr.ticket, given text) returns boolean
language plpgsql stable as $$
begin
    return exists (
        select from pin p
        where p.site_id = s.id and p.clinic_id = t.clinic_id and p.code = given
          and p.service_day in (service_day(s, dawr.now()), service_day(s, t.called_at)));
end $$;
