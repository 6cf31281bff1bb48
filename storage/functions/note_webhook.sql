-- Write down in the site's own stream who changed which web-hook and how; of an address only the host.
create or replace function dawr.note_webhook(press dawr.press, who dawr.begun, name text, before text, after text)
returns void
language plpgsql as $$
declare
    h head;
begin
    update head x set position = x.position + 1, moved_at = greatest(dawr.now(), x.moved_at)
    where x.site_id = who.site_id and x.clinic_id = 0
    returning x.* into h;
    perform write_clinic_event(h, 'SETTINGS_CHANGED', who, null, press.correlation, jsonb_build_object(
        'changes', jsonb_build_object('webhook ' || note_webhook.name, jsonb_build_object(
            'from', substring(before from '^https?://[^/?#]*'), 'to', substring(after from '^https?://[^/?#]*')))));
end $$;
