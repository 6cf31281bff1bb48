-- A place in the room a ticket returns to: the one it had, else another, else TICKET_IN_HAND. Locks the room.
create or replace function dawr.place_again(t dawr.ticket) returns smallint
language plpgsql as $$
declare
    r room;
    free smallint;
begin
    select * into r from room x where x.site_id = t.site_id and x.id = t.room_id for update;
    if exists (select from ticket x where x.site_id = t.site_id and x.id = t.id
               and x.state in ('called', 'serving') and x.room_id = t.room_id) then
        return t.place;
    end if;
    free := free_place(r);
    if free is null then
        perform refuse('TICKET_IN_HAND');
    end if;
    return free;
end $$;
