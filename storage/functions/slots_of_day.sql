-- The slots of a clinic on a local date that are still to come, each with its status. A free one is there only while
-- the schedules and hours offer it, and while no slot of an older schedule that is taken overlaps it.
create or replace function dawr.slots_of_day(s dawr.site, clinic int, day date)
returns table (x dawr.slot, status text)
language sql volatile as $$
    with known as materialized (
        select n.slot, n.starts_at, n.ends_at, n.status from slot_now n
        where n.site_id = s.id and n.clinic_id = clinic and n.starts_at > dawr.now()
          and n.starts_at >= day::timestamp at time zone s.time_zone
          and n.starts_at < (day + 1)::timestamp at time zone s.time_zone),
    offered as materialized (select t.starts_at from slot_times(s, clinic, day) t)
    select k.slot, k.status from known k
    where k.status <> 'FREE'
       or k.starts_at in (select o.starts_at from offered o)
          and not exists (select from known n
                          where n.status <> 'FREE' and n.starts_at < k.ends_at and n.ends_at > k.starts_at)
$$;
