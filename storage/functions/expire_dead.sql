-- Expire the waiting and held tickets up to dead_through of a locked head, each with its event; with `all_open`
-- (a reset) also the called and serving ones. Writes the tickets and events; the caller writes the head it gets back.
--
-- Each branch of the condition is one of the two small indexes: a line's whole history must not be read here.
create or replace function dawr.expire_dead(
    h dawr.head, all_open boolean default false, who dawr.begun default null, why text default null,
    correlation text default null)
returns dawr.head
language plpgsql as $$
declare
    t ticket;
begin
    for t in
        select * from ticket x
        where x.site_id = h.site_id and x.clinic_id = h.clinic_id and x.id <= h.dead_through
          and (x.state = 'waiting' or x.state in ('held', 'called', 'serving') and (all_open or x.state = 'held'))
        order by x.id
        for update skip locked
    loop
        h.position := h.position + 1;
        if t.state = 'waiting' then
            h.waiting := h.waiting - 1;
        elsif t.state = 'held' then
            h.held := h.held - 1;
        else
            h.in_service := h.in_service - 1;
        end if;
        update ticket x set state = 'expired', ended_at = h.moved_at, last_position = h.position
        where x.site_id = t.site_id and x.id = t.id;
        insert into event (
            site_id, clinic_id, position, kind, ticket_id, number, label, from_state, to_state, actor, station,
            reason, correlation_id, at, service_day, series, current, waiting, in_service, completed, total)
        values (
            h.site_id, h.clinic_id, h.position, 'EXPIRED', t.id, t.number, t.label, t.state, 'expired',
            who.actor, who.station, why, correlation, h.moved_at, h.service_day, h.series,
            h.current, h.waiting, h.in_service, h.completed, h.counter);
    end loop;
    return h;
end $$;
