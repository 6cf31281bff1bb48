-- How long to wait after so many failures in a row: 5 s, doubled each time up to an hour, a quarter more or less by chance
-- so that what failed together does not come back together.
create or replace function dawr.back_off(failures int) returns interval
language sql volatile as $$
    select least(interval '5 seconds' * power(2, least(failures, 20) - 1), interval '1 hour') * (0.75 + random() * 0.5)
$$;
