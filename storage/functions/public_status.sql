-- A ticket's state in the words of the HTTP contract.
create or replace function dawr.public_status(state text) returns text
language sql immutable as $$
    select case state when 'serving' then 'IN_SERVICE' else upper(state) end
$$;
