-- Refuse a patient who is not here, where the site has switched remote entry off.
create or replace function dawr.check_remote(who dawr.begun, s dawr.site) returns void
language plpgsql as $$
begin
    if who.scope = 'patient' and not s.remote_entry then
        perform refuse('FORBIDDEN');
    end if;
end $$;
