-- Lock the room of that name: two desks of one room fill its places one after the other.
create or replace function dawr.lock_room(site int, wanted text) returns dawr.room
language plpgsql as $$
declare
    r room;
begin
    select * into r from room x where x.site_id = site and x.name = wanted for update;
    if not found then
        perform refuse('ROOM_NOT_FOUND', jsonb_build_object('room', wanted));
    end if;
    return r;
end $$;
