-- The ticket in hand that must end to make place for one more in a locked room; null while a place is free.
--
-- It is the one this caller has in hand there (with one place: whoever's); a colleague's patient never is.
-- Locked here, after the room and before any head. Where the site does not end it so, TICKET_IN_HAND.
create or replace function dawr.ticket_to_end(who dawr.begun, s dawr.site, r dawr.room) returns dawr.ticket
language plpgsql as $$
declare
    t ticket;
begin
    if free_place(r) is not null then
        return null;
    elsif count_in_hand(r) > r.places then
        perform refuse('TICKET_IN_HAND');
    end if;
    select * into t from ticket x
    where x.site_id = r.site_id and x.room_id = r.id and x.state in ('called', 'serving')
      and (r.places = 1 or x.called_by is not distinct from who.actor)
    order by x.called_at limit 1
    for update;
    if not found and free_place(r) is null then
        perform refuse('TICKET_IN_HAND');
    elsif t.id is not null and not s.finish_in_hand then
        perform refuse('TICKET_IN_HAND', jsonb_build_object('ticket', t.label));
    end if;
    return t;
end $$;
