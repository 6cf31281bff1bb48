-- Staff change a patient's route of today, and say why: begin it again (reset_path), take him out of the line
-- (remove_from_queue, of one clinic or whichever), count a clinic as done (force_complete_clinic), or lead him
-- through other clinics (update_path; what is done stays done).
--
-- His tickets follow: one that has no place any more ends, as done where he was inside a clinic that is counted as
-- done. Unless he was taken out of the line, he gets a ticket of the clinic that is due, if he holds none and it is open.
-- Refusals: NOT_IN_QUEUE (no route today), INVALID_INPUT (reason, action, clinic, clinics), CLINIC_NOT_FOUND,
-- CLINIC_NOT_IN_PATH.
create or replace function dawr.edit_route(
    press dawr.press, action text, reason text, patient text default null, ticket bigint default null,
    clinics text[] default null, clinic text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    v visit;
    ended ticket;
    t ticket;
    named int;
    due int;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    perform require_reason(reason);
    select * into s from site x where x.id = who.site_id;
    v := visit_to_edit(s, edit_route.ticket, edit_route.patient);
    if edit_route.clinic is not null then
        named := (find_clinic(s.id, edit_route.clinic)).id;
    end if;
    perform apply_edit(s, v, action, reason, edit_route.clinics, named);
    perform lock_heads(s, variadic array(
        select p.clinic_id from visit_stop p where p.site_id = s.id and p.visit_id = v.id
        union select o.clinic_id from open_tickets(s, v.id) o));
    ended := end_stops(press, who, s, v, action, reason, named);
    if action = 'reset_path' then
        update visit x set begun_at = greatest(dawr.now(), ended.ended_at)
        where x.site_id = s.id and x.id = v.id returning x.* into v;
    end if;

    due := due_of(s, v);
    if action <> 'remove_from_queue' and not exists (select from open_tickets(s, v.id))
       and exists (select from clinic c where c.site_id = s.id and c.id = due
                   and (clinic_state(s, c, dawr.now())).state = 'OPEN') then
        t := enter_stop(press, who, s, v, due, ended);
        update ticket x set went_to = t.id
        where x.site_id = s.id and x.id = ended.id and x.state = 'done' and t.came_from = ended.id;
    end if;
    select * into t from ticket x where x.site_id = s.id and x.visit_id = v.id order by x.id desc limit 1;
    perform write_route_event(press, who, s, coalesce(t.clinic_id, due, named), t, reason, jsonb_build_object(
        'action', action, 'clinic', edit_route.clinic, 'clinics', edit_route.clinics));
    select * into t from open_tickets(s, v.id) limit 1;
    return end_move(press, who, route_answer(s, v) || jsonb_build_object('ticket', held_answer(s, t, true)));
end $$;
