-- A place in the room a ticket returns to: the one it still has, else one that is free, else TICKET_IN_HAND.
--
-- Locks the room only for a ticket that has left it: whoever holds the room may wait for one that is in hand there.
create or replace function dawr.place_again(t dawr.ticket) returns smallint
language plpgsql as $$
declare
    r room;
    free smallint;
begin
    if exists (select from ticket x where x.site_id = t.site_id and x.id = t.id
               and x.state in ('called', 'serving') and x.room_id = t.room_id) then
        return t.place;
    end if;
    select * into r from room x where x.site_id = t.site_id and x.id = t.room_id for update;
    free := free_place(r);
    if free is null then
        perform refuse('TICKET_IN_HAND');
    end if;
    return free;
end $$;
