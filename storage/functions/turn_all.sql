-- Turn the day of every clinic of the site, in the order of their ids; the caller holds no head yet.
create or replace function dawr.turn_all(s dawr.site) returns void
language plpgsql as $$
begin
    perform lock_heads(s, variadic array(
        select h.clinic_id from head h where h.site_id = s.id and h.clinic_id > 0));
end $$;
