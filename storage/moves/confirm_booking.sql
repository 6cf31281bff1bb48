-- Make a live hold an appointment, with a code to check in by. Of two that confirm one hold one does.
--
-- Whoever made the patient known by this very hold may also name him; what is said of a patient known before, and a
-- mobile that neither staff nor a kiosk say, stays with the appointment. Refusals: HOLD_NOT_FOUND, HOLD_USED, HOLD_EXPIRED, FORBIDDEN.
create or replace function dawr.confirm_booking(
    press dawr.press, hold text, name text default null, mobile text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    h slot_hold;
    x slot;
    b booking;
    place bigint;
begin
    if who.told is not null then
        return who.told;
    end if;
    select * into s from site v where v.id = who.site_id;
    perform check_remote(who, s);
    h := end_hold(s.id, confirm_booking.hold, 'confirmed');
    select * into x from slot v where v.site_id = s.id and v.id = h.slot_id;
    insert into booking (site_id, code, slot_id, clinic_id, patient_id, name, mobile, hold_id, state, booked_at)
    values (s.id, draw_code(s.id), h.slot_id, h.clinic_id, h.patient_id, confirm_booking.name,
            coalesce(confirm_booking.mobile, h.mobile), h.id, 'booked', h.ended_at)
    returning * into b;
    update patient p set
        name = b.name,
        mobiles = case when who.scope in ('staff', 'admin', 'kiosk') and confirm_booking.mobile is not null
                       then array[confirm_booking.mobile] else p.mobiles end
    where p.site_id = s.id and p.id = h.patient_id and p.created_at >= h.made_at and p.name is null;
    place := write_slot_event(
        press, who, s, h.clinic_id, 'SLOT_BOOKED', jsonb_build_object('slot', x.id, 'booking', b.id));
    return end_move(press, who, jsonb_build_object(
        'booking', b.id, 'code', b.code, 'slot', slot_answer(x, 'BOOKED'), 'position', place));
end $$;
