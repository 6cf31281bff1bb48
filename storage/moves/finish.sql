-- The patient is done; ends a ticket that is called or being served, and on a route draws that of the next clinic in
-- the same move. The answer tells his id, so that is noted.
create or replace function dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text default null) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    was ticket;
    next ticket;
    due int;
    answer jsonb;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'called', 'serving');
    select * into s from site x where x.id = who.site_id;
    if was.patient_id is not null then
        perform note_reads(s, coalesce(who.actor, session_user), array[was.patient_id]);
    end if;
    due := stop_after(s, was);
    if due is not null then
        perform lock_heads(s, was.clinic_id, due);
    end if;
    answer := finish_ticket(press, who, was, reason);
    next := go_on(press, who, s, was, due);
    return end_move(press, who, answer || onward(s, was, next, true) || jsonb_build_object(
        'arrived_at', was.arrived_at, 'called_at', was.called_at,
        'patient', patient_value(was.site_id, was.patient_id)));
end $$;
