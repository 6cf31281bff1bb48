-- The record of a key, null when there is none; whoever has the same key waits until this transaction ends.
create or replace function dawr.lock_key(site int, key_scope text, key_user text, key text) returns dawr.idempotency
language plpgsql as $$
declare
    known idempotency;
begin
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(E'\x1f', site, key_scope, key_user, key), 0));
    select * into known from idempotency i
    where i.site_id = site and i.scope = key_scope and i.user_name is not distinct from key_user and i.key = lock_key.key;
    return known;
end $$;
