-- How many tickets are in hand in a room: more than its places only where it has become smaller since.
create or replace function dawr.count_in_hand(r dawr.room) returns int
language plpgsql stable as $$
begin
    return (select count(*)::int from ticket t
    where t.site_id = r.site_id and t.room_id = r.id and t.state in ('called', 'serving'));
end $$;
