-- The next instant after `at` at which time alone may change what is told of a clinic.
--
-- The end of a pause, the next edge of an opening period (even one within another: `until` changes there), the turn
-- of the service day; and at the latest the next quarter of an hour, because clocks are put forward and back only
-- then, and a local time that is skipped or comes twice has no instant of its own.
create or replace function dawr.changes_at(s dawr.site, c dawr.clinic, at timestamptz) returns timestamptz
language sql stable as $$
    select least(
        case when c.paused_until > at then c.paused_until end,
        (select min(case when p.since > at then p.since else p.till end)
         from dawr.opening_periods(s, c.id, at) p where p.till > at),
        (dawr.service_day(s, at) + 1 + s.day_turns_at) at time zone s.time_zone,
        date_bin('15 minutes', at, 'epoch') + interval '15 minutes')
$$;
