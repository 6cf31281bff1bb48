-- Send to a web-hook again, at once; what waited for it meanwhile is sent unless its day is over. Null when there is none.
create or replace function dawr.switch_on_webhook(press dawr.press, name text) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    w webhook;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'admin');
    update webhook x set off_at = null, off_reason = null, failures = 0, failing_since = null, rests_until = null
    where x.site_id = who.site_id and x.name = switch_on_webhook.name
    returning x.* into w;
    if w.id is null then
        return null;
    end if;
    update outbox o set next_try_at = dawr.now()
    where o.site_id = w.site_id and o.webhook_id = w.id and o.next_try_at is not null;
    return end_move(press, who, jsonb_build_object('webhook', webhook_answer(w)));
end $$;
