-- Hold the site's PINs: codes of a day are drawn, changed and counted by one at a time.
--
-- In the order of locks it comes after the key and before any room, ticket or head.
create or replace function dawr.lock_pins(site int) returns void
language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(E'\x1f', 'pins', site), 0));
end $$;
