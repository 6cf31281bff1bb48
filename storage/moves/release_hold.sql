-- Give a held slot back; it is free at once. Refusals: HOLD_NOT_FOUND, HOLD_USED, HOLD_EXPIRED.
create or replace function dawr.release_hold(press dawr.press, hold text) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    h slot_hold;
    x slot;
    place bigint;
begin
    if who.told is not null then
        return who.told;
    end if;
    select * into s from site v where v.id = who.site_id;
    h := end_hold(s.id, release_hold.hold, 'released');
    select * into x from slot v where v.site_id = s.id and v.id = h.slot_id;
    place := write_slot_event(press, who, s, h.clinic_id, 'HOLD_RELEASED', jsonb_build_object('slot', x.id));
    return end_move(press, who, jsonb_build_object(
        'hold', h.id, 'slot', slot_answer(x, slot_status(x)), 'position', place));
end $$;
