-- Give a clinic another PIN for today, never the one it had; wrong tries of its tickets are forgotten. Staff's screens
-- hear that it changed, not what it is.
create or replace function dawr.regenerate_pin(press dawr.press, clinic text) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    s site;
    c clinic;
    today date;
    drawn text;
    place bigint;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    perform lock_pins(who.site_id);
    select * into s from site x where x.id = who.site_id;
    c := find_clinic(s.id, regenerate_pin.clinic);
    if not c.pin_required then
        perform refuse('INVALID_INPUT', '{"field": "clinic"}');
    end if;
    today := service_day(s, dawr.now());
    perform draw_pins(s, today);
    update pin p set code = free_pin(s, today), drawn_at = dawr.now()
    where p.site_id = s.id and p.clinic_id = c.id and p.service_day = today
    returning p.code into drawn;
    place := announce_pin(press, who, c.id);
    return end_move(press, who, jsonb_build_object('clinic', c.code, 'pin', drawn, 'position', place));
end $$;
