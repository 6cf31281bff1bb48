-- Turn a locked head to the present service day: numbers start at 1, who still waits or is held expires.
--
-- In a clinic whose opening hours run across the boundary they stay, ahead of the new day's. Tickets that
-- another move has locked just now are passed over: dead_through keeps them from being called, and
-- pass_time() expires what is left of them.
create or replace function dawr.turn_day(s dawr.site, h dawr.head) returns dawr.head
language plpgsql as $$
declare
    since date := h.service_day;
begin
    h.service_day := greatest(since, service_day(s, dawr.now()));
    h.series := 1;
    h.counter := 0;
    h.completed := 0;
    h.exited := 0;
    h.current := 0;
    h.current_label := null;
    h.moved_at := greatest(dawr.now(), h.moved_at);
    if h.clinic_id > 0 and not stays_over(s, h.clinic_id, since, h.service_day) then
        h.dead_through := h.last_ticket;
        h := expire_dead(h);
    end if;
    h.position := h.position + 1;
    update head x set
        service_day = h.service_day, series = h.series, counter = h.counter, completed = h.completed,
        exited = h.exited, current = h.current, current_label = h.current_label, moved_at = h.moved_at,
        dead_through = h.dead_through, waiting = h.waiting, held = h.held, in_service = h.in_service,
        position = h.position
    where x.site_id = h.site_id and x.clinic_id = h.clinic_id;
    perform write_clinic_event(h, 'DAY_TURNED');
    return h;
end $$;
