-- Whether somebody may know a visit: staff, kiosks, and who holds the token of any ticket of it.
create or replace function dawr.may_know_visit(who dawr.begun, v dawr.visit, holder text) returns boolean
language plpgsql stable as $$
begin
    return who.scope in ('staff', 'admin', 'kiosk') or (holder is not null and exists (
        select from ticket t where t.token = holder and t.site_id = v.site_id and t.visit_id = v.id));
end $$;
