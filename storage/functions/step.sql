-- Lock a ticket's head and count its change of state; the head comes back with the position of the event to write.
--
-- Who waits or is held, or would again, must not have ended with a day or a series meanwhile: WRONG_STATE, or with
-- `if_alive` null, and nothing is counted.
-- Lock order of every move: key, room, ticket, heads by clinic id. moved_at never goes back in a clinic.
-- A finished service counts in the recent services with a memory of about 20 (each older one weighs 0.95 of the next).
create or replace function dawr.step(
    t dawr.ticket, to_state text, if_alive boolean default false, served_s double precision default null,
    at_work int default null)
returns dawr.head
language plpgsql as $$
declare
    stepped head;
begin
    update head h set
        position = h.position + 1,
        moved_at = greatest(dawr.now(), h.moved_at),
        waiting = h.waiting + (to_state = 'waiting')::int - (t.state = 'waiting')::int,
        in_service = h.in_service + (to_state in ('called', 'serving'))::int - (t.state in ('called', 'serving'))::int,
        held = h.held + (to_state = 'held')::int - (t.state = 'held')::int,
        completed = h.completed + case when (h.service_day, h.series) = (t.service_day, t.series)
            then (to_state = 'done')::int - (t.state = 'done')::int else 0 end,
        exited = h.exited + case when (h.service_day, h.series) = (t.service_day, t.series)
            then (to_state not in ('waiting', 'called', 'serving', 'held'))::int
               - (t.state not in ('waiting', 'called', 'serving', 'held'))::int else 0 end,
        current = case when at_work is not null then t.number else h.current end,
        current_label = case when at_work is not null then t.label else h.current_label end,
        desks = coalesce(at_work, h.desks),
        desks_at = case when at_work is not null then dawr.now() else h.desks_at end,
        service_weight = case when served_s is null then h.service_weight else h.service_weight * 0.95 + 1 end,
        service_sum = case when served_s is null then h.service_sum else h.service_sum * 0.95 + served_s end,
        service_squares = case when served_s is null then h.service_squares
                               else h.service_squares * 0.95 + served_s * served_s end
    where h.site_id = t.site_id and h.clinic_id = t.clinic_id
      and (t.id > h.dead_through or to_state = 'expired'
           or not (t.state in ('waiting', 'held') or to_state in ('waiting', 'held')))
    returning h.* into stepped;
    if stepped.position is null and not if_alive then
        perform refuse('WRONG_STATE', jsonb_build_object(
            'state', 'EXPIRED', 'by', null, 'at', dawr.now(), 'ticket', t.label));
    end if;
    return stepped;
end $$;
