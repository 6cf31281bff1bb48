-- Keep the answer of work that spanned transactions, if the attempt still has it. One that was taken over meanwhile
-- hears IN_PROGRESS: another is at it, or has answered already. Servers only.
create or replace function dawr.complete_work(press dawr.press, attempt uuid, answer jsonb) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    site int := server_site();
    known idempotency := lock_key(site, press.key_scope, press.key_user, press.key);
begin
    if known.state is distinct from 'started' or known.attempt is distinct from complete_work.attempt then
        perform refuse('IN_PROGRESS', '{"retry_after_s": 1}');
    end if;
    update idempotency i set
        state = 'completed', answer = complete_work.answer, expires_at = dawr.now() + interval '24 hours'
    where i.site_id = site and i.scope = press.key_scope and i.user_name is not distinct from press.key_user
      and i.key = press.key;
    return '{"kept": true}';
end $$;
