-- Append what happened to a slot to its clinic's log, for staff; locks the clinic's head, last. Answers the position.
create or replace function dawr.write_slot_event(
    press dawr.press, who dawr.begun, s dawr.site, clinic int, kind text, facts jsonb)
returns bigint
language plpgsql as $$
declare
    h head;
begin
    perform lock_head(s, clinic);
    update head x set position = x.position + 1, moved_at = greatest(dawr.now(), x.moved_at)
    where x.site_id = s.id and x.clinic_id = clinic
    returning x.* into h;
    perform write_clinic_event(h, kind, who, null, press.correlation, facts);
    return h.position;
end $$;
