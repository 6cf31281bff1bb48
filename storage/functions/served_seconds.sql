-- How long a ticket ended now was served, from its call; held within four hours so that a forgotten one teaches nothing.
create or replace function dawr.served_seconds(t dawr.ticket) returns double precision
language plpgsql volatile as $$
begin
    return (select least(greatest(extract(epoch from dawr.now() - t.called_at), 1), 14400)::double precision);
end $$;
