-- Turn the day where one of the clinics has not yet; touches nothing on all but the first press of a day.
create or replace function dawr.turn_stale(s dawr.site, clinics int[]) returns void
language plpgsql as $$
begin
    if exists (select from head h where h.site_id = s.id and h.clinic_id = any(clinics)
               and h.service_day < service_day(s, dawr.now())) then
        perform turn_all(s);
    end if;
end $$;
