-- Today's numbers of some clinics: waiting, served, mean and longest wait in seconds, no-shows.
create or replace function dawr.today_numbers(s dawr.site, clinics int[], at timestamptz) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'waiting', count(*) filter (where t.state = 'waiting' and t.id > h.dead_through),
        'served', count(*) filter (where t.state = 'done' and t.service_day = h.service_day),
        'no_shows', count(*) filter (where t.state = 'no_show' and t.service_day = h.service_day),
        'mean_wait_s', avg(extract(epoch from t.called_at - t.arrived_at))
                       filter (where t.called_at is not null and t.service_day = h.service_day),
        'longest_wait_s', max(extract(epoch from at - t.arrived_at))
                          filter (where t.state = 'waiting' and t.id > h.dead_through))
    from dawr.head h
    join dawr.ticket t on t.site_id = s.id and t.clinic_id = h.clinic_id
         and (t.service_day = h.service_day or (t.state = 'waiting' and t.id > h.dead_through))
    where h.site_id = s.id and h.clinic_id = any(clinics)
$$;
