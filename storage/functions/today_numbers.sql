-- Today's numbers of some clinics: waiting, served, mean and longest wait in seconds, no-shows.
--
-- Of the day's tickets and of those who stayed overnight, each by its own index.
create or replace function dawr.today_numbers(s dawr.site, clinics int[], at timestamptz) returns jsonb
language sql stable as $$
    with counted as (
        select t.state, t.arrived_at, t.called_at, t.id > h.dead_through as alive, true as today
        from dawr.head h
        join dawr.ticket t on t.site_id = h.site_id and t.clinic_id = h.clinic_id and t.service_day = h.service_day
        where h.site_id = s.id and h.clinic_id = any(clinics)
        union all
        select t.state, t.arrived_at, t.called_at, true, false
        from dawr.head h
        join dawr.ticket t on t.site_id = h.site_id and t.clinic_id = h.clinic_id and t.state = 'waiting'
             and t.service_day <> h.service_day and t.id > h.dead_through
        where h.site_id = s.id and h.clinic_id = any(clinics))
    select jsonb_build_object(
        'waiting', count(*) filter (where c.state = 'waiting' and c.alive),
        'served', count(*) filter (where c.state = 'done'),
        'no_shows', count(*) filter (where c.state = 'no_show'),
        'mean_wait_s', avg(extract(epoch from c.called_at - c.arrived_at)) filter (where c.today),
        'longest_wait_s', max(extract(epoch from at - c.arrived_at)) filter (where c.state = 'waiting' and c.alive))
    from counted c
$$;
