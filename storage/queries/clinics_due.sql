-- The streams in which time alone has something to change: for pass_time(), asked every 5 s by each server.
create or replace function dawr.clinics_due() returns setof int
language sql stable security definer set search_path = dawr, pg_temp as $$
    select h.clinic_id from dawr.my_site m
    join dawr.site s on s.id = m.id
    join dawr.head h on h.site_id = s.id
    left join dawr.clinic c on c.site_id = s.id and c.id = h.clinic_id
    where h.service_day < dawr.service_day(s, dawr.now())
       or (c.id is not null and h.announced_state is distinct from (dawr.clinic_state(s, c, dawr.now())).state)
       or (c.paused and c.paused_until <= dawr.now())
       or dawr.has_dead(h)
       or exists (select from dawr.slot_hold k where k.site_id = s.id and k.clinic_id = h.clinic_id
                  and k.ended_at is null and k.expires_at <= dawr.now())
       or (s.no_show_after_recalls is not null and exists (
            select from dawr.ticket t where t.site_id = s.id and t.clinic_id = h.clinic_id and t.state = 'called'
            and t.recalls >= s.no_show_after_recalls and t.called_at + s.no_show_grace <= dawr.now()))
    order by h.clinic_id
$$;
