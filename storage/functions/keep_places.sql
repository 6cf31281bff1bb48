-- A room has a row for each of its places, whoever makes or enlarges it; what a smaller one has too many stays unused.
create or replace function dawr.keep_places() returns trigger
language plpgsql as $$
begin
    insert into dawr.room_place (site_id, room_id, place)
    select new.site_id, new.id, n from generate_series(1, new.places) n
    on conflict do nothing;
    return null;
end $$;

create or replace trigger keep_places after insert or update of places on dawr.room
for each row execute function dawr.keep_places();
