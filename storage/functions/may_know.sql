-- Whether somebody may know all of a ticket: staff, kiosks, and who holds its token or another of the same visit.
create or replace function dawr.may_know(who dawr.begun, t dawr.ticket, holder text) returns boolean
language plpgsql stable as $$
begin
    return who.scope in ('staff', 'admin', 'kiosk') or (holder is not null and (t.token = holder
            or t.visit_id is not null and exists (
                select from ticket x
                where x.token = holder and x.site_id = t.site_id and x.visit_id = t.visit_id)));
end $$;
