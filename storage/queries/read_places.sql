-- Where tickets stand, each followed to where its visit or its transfer has gone on; all of one instant.
--
-- For the personal feed: one read for all who watch. A line is counted once, however many of it are asked for.
-- `position` is the feed's position of the clinic, as of which the place is true; `asked_token` is what the ticket asked for
-- answers to now, which is another one once somebody else's has been made of it.
create or replace function dawr.read_places(tickets bigint[]) returns table (asked bigint, place jsonb)
language sql stable security definer set search_path = dawr, pg_temp as $$
    with followed as materialized (
        select a.id as asked, a.token as asked_token, f.*
        from dawr.login l
        join dawr.ticket a on a.site_id = l.site_id and a.id = any(tickets)
        cross join lateral dawr.follow_ticket(a) f
        where l.role_name = session_user and l.kind = 'server'),
    line as (
        select w.id, (row_number() over (partition by w.clinic_id order by w.queue_at, w.id) - 1)::int as ahead
        from (select distinct f.site_id, f.clinic_id from followed f where f.state = 'waiting') c
        join dawr.head h on h.site_id = c.site_id and h.clinic_id = c.clinic_id
        join dawr.ticket w on w.site_id = c.site_id and w.clinic_id = c.clinic_id and w.state = 'waiting'
             and w.id > h.dead_through)
    select f.asked, jsonb_build_object(
        'ticket_id', f.id, 'clinic_id', f.clinic_id, 'clinic', c.code, 'names', c.names, 'floor', c.floor,
        'number', f.number, 'label', f.label, 'token', f.token, 'asked_token', f.asked_token,
        'state', case when f.state in ('waiting', 'held') and f.id <= h.dead_through then 'expired' else f.state end,
        'ahead', case f.state when 'waiting' then coalesce(n.ahead, 0)
                              when 'held' then dawr.count_ahead(t, h) else 0 end,
        'room', r.name, 'called_at', f.called_at, 'recalls', f.recalls, 'goes_on', f.visit_id is not null,
        'position', h.position, 'in_service', h.in_service, 'service', dawr.service_facts(c, h), 'time', dawr.now())
    from followed f
    join dawr.ticket t on t.site_id = f.site_id and t.id = f.id
    join dawr.clinic c on c.site_id = f.site_id and c.id = f.clinic_id
    join dawr.head h on h.site_id = f.site_id and h.clinic_id = f.clinic_id
    left join dawr.room r on r.site_id = f.site_id and r.id = f.room_id
    left join line n on n.id = f.id
$$;
