-- The slots of a clinic on a local date that are still to come, each with its status. A free one is there only while
-- the schedules and hours offer it, at this length, and while none that is taken shares time with it: slot_status() of
-- a whole day at once. One that is taken may be of an older schedule, and have begun.
create or replace function dawr.slots_of_day(s dawr.site, clinic int, day date)
returns table (x dawr.slot, status text)
language sql volatile as $$
    with days as materialized (
        select v.id, v.starts_at, v.ends_at from slot v
        where v.site_id = s.id and v.clinic_id = clinic and v.starts_at > dawr.now()
          and v.starts_at >= day::timestamp at time zone s.time_zone
          and v.starts_at < (day + 1)::timestamp at time zone s.time_zone),
    span as materialized (select min(d.starts_at) as since, max(d.ends_at) as till from days d),
    known as materialized (
        select n.slot, n.id, n.starts_at, n.ends_at, n.status from slot_now n
        where n.site_id = s.id and n.clinic_id = clinic and n.ends_at > (select p.since from span p)
          and n.starts_at > (select p.since from span p) - interval '12 hours'
          and n.starts_at < (select p.till from span p)),
    offered as materialized (select t.starts_at, t.ends_at from slot_times(s, clinic, day) t)
    select k.slot, k.status from known k
    where k.id in (select d.id from days d)
      and (k.status <> 'FREE'
           or (k.starts_at, k.ends_at) in (select o.starts_at, o.ends_at from offered o)
              and not exists (select from known n
                              where n.status <> 'FREE' and n.starts_at < k.ends_at and n.ends_at > k.starts_at))
$$;
