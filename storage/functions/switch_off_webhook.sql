-- Switch a web-hook off that has failed for too long, and tell staff on the site's own stream.
create or replace function dawr.switch_off_webhook(w dawr.webhook, why text) returns void
language plpgsql as $$
declare
    h head;
begin
    update webhook x set off_at = dawr.now(), off_reason = why, rests_until = null
    where x.site_id = w.site_id and x.id = w.id;
    update head x set position = x.position + 1, moved_at = greatest(dawr.now(), x.moved_at)
    where x.site_id = w.site_id and x.clinic_id = 0
    returning x.* into h;
    perform write_clinic_event(h, 'STATION_NOTICE', facts => jsonb_build_object(
        'notice', 'WEBHOOK_OFF', 'ticket', null, 'detail', w.name || ': ' || why));
end $$;
