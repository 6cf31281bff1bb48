-- The times a clinic's schedules offer on a local date, by the site's clock and within its opening hours.
--
-- A local time that a change of the clocks skips is no time, and one that comes twice is one time; how long it lasts
-- is counted in real time.
create or replace function dawr.slot_times(s dawr.site, clinic int, day date)
returns table (starts_at timestamptz, ends_at timestamptz)
language sql stable as $$
    with open as materialized (
        select p.since, p.till from opening_periods(s, clinic, (day + time '12:00') at time zone s.time_zone) p)
    select distinct on (t.at) t.at, t.at + w.every
    from slot_schedule w
    cross join lateral generate_series(day + w.begins_at, day + w.ends_at - w.every, w.every) as l(local)
    cross join lateral (select l.local at time zone s.time_zone as at) t
    where w.site_id = s.id and w.clinic_id = clinic and w.weekday = extract(isodow from day)
      and t.at at time zone s.time_zone = l.local
      and (not exists (select from clinic_hours o where o.site_id = s.id and o.clinic_id = clinic)
           or exists (select from open where open.since <= t.at and open.till >= t.at + w.every))
    order by t.at, w.every
$$;
