-- Tell staff's screens that a clinic has another PIN, not what it is; wrong tries of its tickets are forgotten. Answers
-- the position of that event.
create or replace function dawr.announce_pin(press dawr.press, who dawr.begun, clinic int) returns bigint
language plpgsql as $$
declare
    h head;
begin
    delete from pin_try t
    where t.site_id = who.site_id and t.clinic_id = clinic and t.subject like 'ticket:%';
    update head x set position = x.position + 1, moved_at = greatest(dawr.now(), x.moved_at)
    where x.site_id = who.site_id and x.clinic_id = clinic
    returning x.* into h;
    perform write_clinic_event(h, 'PIN_CHANGED', who, null, press.correlation);
    return h.position;
end $$;
