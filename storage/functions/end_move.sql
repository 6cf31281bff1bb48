-- Close a move: keep the answer under the press's key, in the move's own transaction, and give it.
create or replace function dawr.end_move(press dawr.press, who dawr.begun, answer jsonb) returns jsonb
language plpgsql as $$
declare
    at timestamptz;
begin
    if press.key is not null then
        at := dawr.now();
        insert into idempotency (site_id, scope, user_name, key, payload, state, answer, started_at, expires_at)
        values (who.site_id, who.key_scope, who.key_user, press.key, coalesce(press.payload, ''),
                'completed', answer, at, at + interval '24 hours');
    end if;
    return answer;
end $$;
