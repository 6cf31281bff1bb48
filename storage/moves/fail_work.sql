-- Say that work that spanned transactions came to nothing, so that its key may be tried again at once; answers whether the
-- attempt still had it. Servers only.
create or replace function dawr.fail_work(press dawr.press, attempt uuid) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    site int := server_site();
    known idempotency := lock_key(site, press.key_scope, press.key_user, press.key);
begin
    if known.state is distinct from 'started' or known.attempt is distinct from fail_work.attempt then
        return '{"kept": false}';
    end if;
    update idempotency i set state = 'failed'
    where i.site_id = site and i.scope = press.key_scope and i.user_name is not distinct from press.key_user
      and i.key = press.key;
    return '{"kept": true}';
end $$;
