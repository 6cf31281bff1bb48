-- The slots of a clinic on a local date that are still to come, each with its status. A free one is there only while
-- the schedules and hours offer it, and while no slot of an older schedule that is taken overlaps it.
create or replace function dawr.slots_of_day(s dawr.site, clinic int, day date)
returns table (x dawr.slot, status text)
language sql volatile as $$
    with known as materialized (
        select v as x, slot_status(v) as status
        from slot v
        where v.site_id = s.id and v.clinic_id = clinic and v.starts_at > dawr.now()
          and v.starts_at >= day::timestamp at time zone s.time_zone
          and v.starts_at < (day + 1)::timestamp at time zone s.time_zone),
    offered as materialized (select t.starts_at from slot_times(s, clinic, day) t)
    select k.x, k.status from known k
    where k.status <> 'FREE'
       or (k.x).starts_at in (select o.starts_at from offered o)
          and not exists (select from known n where n.status <> 'FREE'
                          and (n.x).starts_at < (k.x).ends_at and (n.x).ends_at > (k.x).starts_at)
$$;
