-- Add a web-hook. It hears of what happens from now on; its secret is told in this answer and in none after it.
--
-- INVALID_INPUT naming `name` when there is one of that name already.
create or replace function dawr.create_webhook(press dawr.press, name text, url text, secret text, kinds text[])
returns jsonb
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
    perform from site x where x.id = who.site_id for no key update;  -- of two first ones the second must see the first
    if not exists (select from webhook x where x.site_id = who.site_id) then
        insert into outbox_cursor (site_id, clinic_id, position)
        select h.site_id, h.clinic_id, h.position from head h where h.site_id = who.site_id and h.clinic_id > 0
        on conflict (site_id, clinic_id) do update set position = excluded.position;
    end if;
    insert into webhook (site_id, name, url, secret, kinds, created_at)
    values (who.site_id, create_webhook.name, create_webhook.url, create_webhook.secret,
            coalesce(create_webhook.kinds, '{}'), dawr.now())
    on conflict (site_id, name) do nothing
    returning * into w;
    if w.id is null then
        perform refuse('INVALID_INPUT', jsonb_build_object('errors', jsonb_build_array(jsonb_build_object(
            'loc', jsonb_build_array('body', 'name'), 'msg', 'there is a web-hook of this name already'))));
    end if;
    perform note_webhook(press, who, w.name, null, w.url);
    return end_move(press, who, jsonb_build_object('webhook', webhook_answer(w), 'secret', w.secret));
end $$;
