-- The level of a floor as signs write it: G is 0, M half a floor up, B2 two below; null when it says none.
create or replace function dawr.floor_level(sign text) returns double precision
language sql immutable as $$
    select case when f.sign in ('G', 'GF') then 0
                when f.sign = 'M' then 0.5
                when f.sign = 'B' then -1
                when f.sign ~ '^B[0-9]{1,3}$' then -substr(f.sign, 2)::double precision
                when f.sign ~ '^[0-9]{1,3}$' then f.sign::double precision end
    from (select upper(btrim(floor_level.sign)) as sign) f
$$;
