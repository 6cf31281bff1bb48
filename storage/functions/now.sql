-- The one clock of every rule. Only the test template replaces it.
create or replace function dawr.now() returns timestamptz
language sql volatile parallel safe as $$
    select clock_timestamp()
$$;
