-- A free place of a locked room, or null when as many tickets are in hand there as it has places.
create or replace function dawr.free_place(r dawr.room) returns smallint
language plpgsql stable as $$
begin
    if count_in_hand(r) >= r.places then
        return null;
    end if;
    return (select p.place from room_place p
    where p.site_id = r.site_id and p.room_id = r.id and p.place <= r.places
      and not exists (select from ticket t where t.site_id = r.site_id and t.room_id = r.id and t.place = p.place
                      and t.state in ('called', 'serving'))
    order by p.place limit 1);
end $$;
