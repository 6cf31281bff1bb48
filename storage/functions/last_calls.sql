-- The last 12 calls and recalls of the open series, newest first, of tickets whose call still stands: not undone,
-- nor cancelled, held, transferred, put back in line or expired since.
create or replace function dawr.last_calls(s dawr.site, codes text[])
returns table (clinic text, ticket text, number int, room text, at timestamptz, recalled boolean)
language sql stable as $$
    select c.code, e.label, e.number, e.room, e.at, e.kind = 'RECALLED'
    from dawr.clinic c
    join dawr.head h on h.site_id = c.site_id and h.clinic_id = c.id
    cross join lateral (
        select x.* from dawr.event x
        join dawr.ticket t on t.site_id = x.site_id and t.id = x.ticket_id
             and t.state in ('called', 'serving', 'done', 'no_show')
        where x.site_id = c.site_id and x.clinic_id = c.id and x.position > h.position - 400
          and x.kind in ('CALLED', 'RECALLED') and x.series = h.series
          and x.service_day >= dawr.service_day(s, dawr.now())
          and not exists (select from dawr.event u where u.site_id = x.site_id and u.clinic_id = x.clinic_id
                          and u.position > x.position and u.undoes = x.position)
        order by x.position desc limit 12) e
    where c.site_id = s.id and (codes is null or c.code = any(codes))
    order by e.at desc limit 12
$$;
