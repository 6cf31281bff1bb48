-- A web-hook as administrators see it; its secret is not in it.
create or replace function dawr.webhook_answer(w dawr.webhook) returns jsonb
language plpgsql stable as $$
begin
    return jsonb_build_object(
        'name', w.name, 'url', w.url, 'kinds', to_jsonb(w.kinds), 'created_at', w.created_at, 'on', w.off_at is null,
        'off_at', w.off_at, 'off_reason', w.off_reason, 'failures', w.failures, 'failing_since', w.failing_since,
        'due', (select count(*) from outbox o
                where o.site_id = w.site_id and o.webhook_id = w.id and o.next_try_at is not null),
        'dead', (select count(*) from outbox o
                 where o.site_id = w.site_id and o.webhook_id = w.id and o.dead_at is not null));
end $$;
