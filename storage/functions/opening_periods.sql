-- A clinic's opening periods from the day before an instant to eight days after it, as instants.
create or replace function dawr.opening_periods(s dawr.site, clinic int, at timestamptz)
returns table (since timestamptz, till timestamptz)
language sql stable as $$
    select (d.day + w.opens_at) at time zone s.time_zone,
           (d.day + w.closes_at + case when w.closes_at <= w.opens_at then interval '1 day' else interval '0' end)
               at time zone s.time_zone
    from generate_series(-1, 8) as n(days)
    cross join lateral (select (at at time zone s.time_zone)::date + n.days as day) d
    join clinic_hours w
      on w.site_id = s.id and w.clinic_id = clinic and w.weekday = extract(isodow from d.day)
$$;
