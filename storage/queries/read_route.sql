-- A patient's route of today with the ticket he holds: by the token of any ticket of that visit, or by patient for staff
-- and kiosks; who gives both must hold a token of that very patient's. Null when he is on none.
--
-- Whoever is not entitled hears FORBIDDEN, whether there is such a patient or not.
create or replace function dawr.read_route(
    scope text default 'patient', token text default null, patient text default null)
returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
declare
    s site;
    v visit;
    his visit;
    held ticket;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind = 'server'
    where l.role_name = session_user;
    select x.* into v from ticket t join visit x on x.site_id = t.site_id and x.id = t.visit_id
    where t.token = read_route.token and t.site_id = s.id;
    if read_route.patient is not null then
        select y.* into his from patient_identifier i
        cross join lateral (select (todays_visit(s, i.patient_id)).*) y
        where i.site_id = s.id and i.system = 'id' and i.value = read_route.patient;
        if read_route.scope in ('staff', 'admin', 'kiosk') then
            v := his;
        elsif his.id is null or his.id is distinct from v.id then
            perform refuse('FORBIDDEN');
        end if;
    end if;
    if v.id is null or v.id is distinct from (todays_visit(s, v.patient_id)).id then
        return null;
    end if;
    select * into held from open_tickets(s, v.id) limit 1;
    return route_answer(s, v) || jsonb_build_object('time', dawr.now(), 'ticket', held_answer(s, held, true));
end $$;
