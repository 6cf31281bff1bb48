-- A new station asks to be let in: it gets a code to show, a secret to come back with, and ten minutes.
--
-- So that nobody fills the list, an address has 5 open at once and a site 50: RATE_LIMITED beyond. The secret is kept as a
-- hash; under an idempotency key the answer is kept like any other, but no longer than the pairing itself.
create or replace function dawr.pair_station(
    press dawr.press, kind text, name text default null, address text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    at timestamptz := dawr.now();
    secret text := new_secret(1);
    p pairing;
    full_until timestamptz;
    answer jsonb;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(E'\x1f', 'pairing', who.site_id), 0));
    perform forget_pairings(who.site_id);
    select min(x.expires_at) into full_until from pairing x
    where x.site_id = who.site_id and x.told_at is null
    having count(*) >= 50 or count(*) filter (where x.address = pair_station.address) >= 5;
    if full_until is not null then
        perform refuse('RATE_LIMITED', jsonb_build_object(
            'retry_after_s', greatest(1, ceil(extract(epoch from full_until - at))::int)));
    end if;
    insert into pairing (site_id, code, secret_hash, kind, name, address, made_at, expires_at)
    values (who.site_id, new_pairing_code(who.site_id), sha256(convert_to(secret, 'utf8')), pair_station.kind,
            pair_station.name, pair_station.address, at, at + interval '10 minutes')
    returning * into p;
    answer := end_move(press, who, jsonb_build_object(
        'code', p.code, 'secret', secret, 'expires_at', p.expires_at));
    update idempotency i set expires_at = p.expires_at
    where i.site_id = who.site_id and i.scope = who.key_scope and i.user_name is not distinct from who.key_user
      and i.key = press.key;
    return answer;
end $$;
