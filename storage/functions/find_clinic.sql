-- The clinic of that code, matched without regard to case.
create or replace function dawr.find_clinic(site int, wanted text) returns dawr.clinic
language plpgsql stable as $$
declare
    c clinic;
begin
    select * into c from clinic x where x.site_id = site and x.code = lower(wanted);
    if not found then
        perform refuse('CLINIC_NOT_FOUND', jsonb_build_object('clinic', wanted));
    end if;
    return c;
end $$;
