-- Begin work that spans transactions, under its press's key: answers the attempt that may complete it, or, when it was
-- completed before, its answer. Servers only.
--
-- Whoever else comes while it is at work hears IN_PROGRESS. What was started longer than 20 s ago is taken over: by one,
-- whoever races for it, because each waits for the key and the first one's start is new again. What failed may be tried again.
-- Refusals: FORBIDDEN, IDEMPOTENCY_KEY_REUSED, IN_PROGRESS with retry_after_s.
create or replace function dawr.start_work(press dawr.press) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    abandoned_after constant interval := interval '20 seconds';
    site int := server_site();
    known idempotency := lock_key(site, press.key_scope, press.key_user, press.key);
    at timestamptz := dawr.now();
    begun constant uuid := gen_random_uuid();
begin
    if known.key is null then
        insert into idempotency (site_id, scope, user_name, key, payload, state, attempt, started_at, expires_at)
        values (site, press.key_scope, press.key_user, press.key, coalesce(press.payload, ''), 'started', begun, at,
                at + interval '24 hours');
        return jsonb_build_object('attempt', begun);
    end if;
    if known.expires_at >= at then
        if known.payload <> coalesce(press.payload, '') then
            perform refuse('IDEMPOTENCY_KEY_REUSED');
        elsif known.state = 'completed' then
            return jsonb_build_object('answer', known.answer);
        elsif known.state = 'started' and at < known.started_at + abandoned_after then
            perform refuse('IN_PROGRESS', jsonb_build_object(
                'retry_after_s', ceil(extract(epoch from known.started_at + abandoned_after - at))));
        end if;
    end if;
    update idempotency i set
        payload = coalesce(press.payload, ''), state = 'started', answer = null, attempt = begun,
        started_at = at, expires_at = at + interval '24 hours'
    where i.site_id = site and i.scope = press.key_scope and i.user_name is not distinct from press.key_user
      and i.key = press.key;
    return jsonb_build_object('attempt', begun);
end $$;
