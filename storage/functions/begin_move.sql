-- Open a move: who presses, and what was answered when the same press came before.
--
-- The login names the site. Only a server's login speaks for others; any other login is itself, whatever
-- it claims, and has keys of its own. Two senders of one key wait for each other here, so the second reads the first's answer.
create or replace function dawr.begin_move(press dawr.press) returns dawr.begun
language plpgsql as $$
declare
    l login;
    b begun;
    known idempotency;
begin
    select * into l from login where role_name = session_user;
    if not found then
        perform refuse('FORBIDDEN', jsonb_build_object('login', session_user));
    end if;
    b.site_id := l.site_id;
    if l.kind = 'server' then
        -- what a display's token opens is what anybody may see and do
        b.scope := case coalesce(press.scope, 'display') when 'display' then 'patient' else press.scope end;
        b.actor := press.actor;
        b.station := press.station;
        b.key_scope := press.key_scope;
        b.key_user := press.key_user;
    else
        b.scope := l.kind;
        b.actor := l.name;
        b.station := l.name;
        b.key_scope := 'login ' || press.key_scope;
        b.key_user := session_user;
    end if;
    if press.key is null then
        return b;
    end if;

    known := lock_key(b.site_id, b.key_scope, b.key_user, press.key);
    if known.key is null then
        return b;
    end if;
    if known.expires_at >= dawr.now() then
        if known.payload <> coalesce(press.payload, '') then
            perform refuse('IDEMPOTENCY_KEY_REUSED');
        elsif known.state = 'completed' then
            b.told := known.answer || '{"replayed": true}';
            return b;
        elsif known.state = 'started' then
            perform refuse('IN_PROGRESS', '{"retry_after_s": 1}');
        end if;
    end if;
    delete from idempotency i
    where i.site_id = b.site_id and i.scope = b.key_scope
      and i.user_name is not distinct from b.key_user and i.key = press.key;
    return b;
end $$;
