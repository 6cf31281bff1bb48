-- The route that a ticket belongs to, as the desk shows it; null off a route.
create or replace function dawr.read_ticket_route(ticket bigint) returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
declare
    s site;
    v visit;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind in ('staff', 'server')
    where l.role_name = session_user;
    select x.* into v from ticket t join visit x on x.site_id = t.site_id and x.id = t.visit_id
    where t.site_id = s.id and t.id = read_ticket_route.ticket;
    return case when v.id is not null then route_answer(s, v) end;
end $$;
