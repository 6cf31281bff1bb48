-- Whether who waits in a clinic stays from one service day to a later one: its hours run across each boundary between.
create or replace function dawr.stays_over(s dawr.site, clinic int, since date, today date) returns boolean
language sql stable as $$
    select bool_and(runs_across(s, clinic, (since + n + s.day_turns_at) at time zone s.time_zone))
    from generate_series(1, today - since) n
$$;
