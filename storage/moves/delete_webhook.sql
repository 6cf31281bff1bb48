-- Remove a web-hook and whatever was to be sent there; null when there is none of that name.
create or replace function dawr.delete_webhook(press dawr.press, name text) returns jsonb
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
    delete from webhook x where x.site_id = who.site_id and x.name = delete_webhook.name returning x.* into w;
    if w.id is null then
        return null;
    end if;
    perform note_webhook(press, who, w.name, w.url, null);
    return end_move(press, who, jsonb_build_object('webhook', w.name));
end $$;
