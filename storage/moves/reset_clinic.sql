-- Start a clinic's numbers again at 1 in a new series of the day; open tickets end as expired. Cannot be undone.
--
-- A ticket that another move has locked at that instant is passed over; if it was waiting or held it can never
-- be called, and pass_time() expires it.
create or replace function dawr.reset_clinic(press dawr.press, clinic text, reason text) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    s site;
    c clinic;
    h head;
    before bigint;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'admin');
    perform require_reason(reset_clinic.reason);
    select * into s from site x where x.id = who.site_id;
    c := find_clinic(s.id, reset_clinic.clinic);
    h := lock_head(s, c.id);
    h.moved_at := greatest(dawr.now(), h.moved_at);
    h.dead_through := h.last_ticket;
    before := h.position;
    h := expire_dead(h, true, who, reset_clinic.reason, press.correlation);
    before := h.position - before;
    h.series := h.series + 1;
    h.counter := 0;
    h.completed := 0;
    h.exited := 0;
    h.current := 0;
    h.current_label := null;
    h.position := h.position + 1;
    update head x set
        series = h.series, counter = 0, completed = 0, exited = 0, current = 0, current_label = null,
        waiting = h.waiting, held = h.held, in_service = h.in_service, moved_at = h.moved_at,
        position = h.position, dead_through = h.dead_through
    where x.site_id = h.site_id and x.clinic_id = h.clinic_id;
    perform write_clinic_event(h, 'RESET', who, reset_clinic.reason, press.correlation);
    return end_move(press, who, jsonb_build_object(
        'clinic', c.code, 'expired', before, 'series', h.series, 'position', h.position));
end $$;
