-- How much earlier a class counts as arrived. Emergency comes before all: a century is before everything.
create or replace function dawr.credit(s dawr.site, priority text) returns interval
language sql immutable as $$
    select case priority when 'none' then interval '0' when 'emergency' then interval '100 years'
            else s.priority_credit end
$$;
