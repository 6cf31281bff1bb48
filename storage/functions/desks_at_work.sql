-- How many desks called somebody of this clinic of late: rooms (or callers without a room) among its last 40 events of
-- tickets within half an hour, and the one calling now. Appointments made meanwhile do not count, but are not read
-- through without end either.
create or replace function dawr.desks_at_work(site int, clinic int, desk text) returns int
language plpgsql stable as $$
begin
    return (select count(distinct d.desk)::int from (
        select desk
        union all
        select coalesce(e.room, e.actor, '') from (
            select * from event x where x.site_id = site and x.clinic_id = clinic and x.ticket_id is not null
              and x.position > (select h.position - 400 from head h where h.site_id = site and h.clinic_id = clinic)
            order by x.position desc limit 40) e
        where e.kind = 'CALLED' and e.at > dawr.now() - interval '30 minutes') d);
end $$;
