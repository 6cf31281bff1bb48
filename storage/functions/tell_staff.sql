-- Append an event for staff to the site's own stream, whose head is that of clinic 0.
create or replace function dawr.tell_staff(press dawr.press, kind text, facts jsonb) returns jsonb
language plpgsql as $$
declare
    who begun := begin_move(press);
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'kiosk', 'staff');
    update head x set position = x.position + 1, moved_at = greatest(dawr.now(), x.moved_at)
    where x.site_id = who.site_id and x.clinic_id = 0
    returning x.* into h;
    perform write_clinic_event(h, kind, who, null, press.correlation, facts);
    return end_move(press, who, jsonb_build_object('at', h.moved_at, 'position', h.position));
end $$;
