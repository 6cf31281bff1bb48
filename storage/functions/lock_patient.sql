-- Hold what is decided about one patient's route: logging in, entering a clinic of it, leaving one, editing it.
--
-- In the order of locks it comes after tickets and before heads; whoever holds it never waits for a ticket.
create or replace function dawr.lock_patient(site int, patient bigint) returns void
language plpgsql as $$
begin
    perform from patient p where p.site_id = site and p.id = patient for no key update;
end $$;
