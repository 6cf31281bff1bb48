-- The clinics a visit has still before it, as they are now: what the next one is chosen from. As Candidate of domain/routes.py.
create or replace function dawr.candidates(s dawr.site, v dawr.visit, leaving bigint default null)
returns table (clinic_id int, clinic text, name text, place smallint, fixed boolean, is_open boolean,
               wait_s double precision, waiting int, floor text)
language sql stable as $$
    select c.id, c.code, coalesce(c.names ->> 'en', c.code), p.place, p.fixed,
           (dawr.clinic_state(s, c, dawr.now())).state = 'OPEN',
           dawr.expected_wait_s(c, h, n.waiting), n.waiting, c.floor
    from dawr.stops_of(s, v, leaving) p
    join dawr.clinic c on c.site_id = s.id and c.id = p.clinic_id
    join dawr.head h on h.site_id = s.id and h.clinic_id = p.clinic_id
    cross join lateral (select dawr.waiting_now(s, h) as waiting) n
    where not p.is_done
$$;
