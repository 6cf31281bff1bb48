-- What the tickets of some service days come to: in all, by clinic, by day, by hour, and by clinic and hour.
--
-- An hour is that of the arrival, in the site's time. The wait is from arrival to the call that stands; the service
-- from coming in, or from the call where nobody pressed start, to done. Null where there is none to measure.
create or replace function dawr.report_rows(s dawr.site, since date, till date)
returns table (part text, clinic text, day date, hour int, arrivals int, called int, done int, no_shows int,
               cancelled int, transferred int, expired int, wait_p50_seconds int, wait_p90_seconds int,
               service_p50_seconds int, service_p90_seconds int)
language sql stable as $$
    with counted as (
        select c.code, c.sort, t.service_day, extract(hour from t.arrived_at at time zone s.time_zone)::int as hour,
               t.state, extract(epoch from t.called_at - t.arrived_at) as wait_s,
               case when t.state = 'done'
                    then extract(epoch from t.ended_at - coalesce(t.started_at, t.called_at)) end as service_s
        from dawr.clinic c
        join dawr.ticket t on t.site_id = c.site_id and t.clinic_id = c.id and t.service_day between since and till
        where c.site_id = s.id)
    select case grouping(code, service_day, hour)
               when 7 then 'total' when 3 then 'clinic' when 5 then 'day' when 6 then 'hour' else 'clinic_hour' end,
           code, service_day, hour, count(*)::int, count(wait_s)::int,
           count(*) filter (where state = 'done')::int, count(*) filter (where state = 'no_show')::int,
           count(*) filter (where state = 'cancelled')::int, count(*) filter (where state = 'transferred')::int,
           count(*) filter (where state = 'expired')::int,
           round(percentile_cont(0.5) within group (order by wait_s))::int,
           round(percentile_cont(0.9) within group (order by wait_s))::int,
           round(percentile_cont(0.5) within group (order by service_s))::int,
           round(percentile_cont(0.9) within group (order by service_s))::int
    from counted
    group by grouping sets ((), (code, sort), (service_day), (hour), (code, sort, hour))
    order by sort nulls first, code, service_day, mod(hour - extract(hour from s.day_turns_at)::int + 24, 24)
$$;
