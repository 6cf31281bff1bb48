-- Call an appointment off; its slot is free at once. Refusals: NOT_FOUND (also when it is cancelled already),
-- WRONG_STATE when it has become a ticket.
create or replace function dawr.cancel_booking(press dawr.press, code text) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    b booking;
    t ticket;
    x slot;
    place bigint;
begin
    if who.told is not null then
        return who.told;
    end if;
    select * into s from site v where v.id = who.site_id;
    b := take_booking(s.id, cancel_booking.code);
    t := booking_ticket(b);
    if t.id is not null then
        perform require_state(t, '{}');
    end if;
    update booking v set state = 'cancelled', ended_at = dawr.now() where v.site_id = s.id and v.id = b.id;
    select * into x from slot v where v.site_id = s.id and v.id = b.slot_id;
    place := write_slot_event(
        press, who, s, b.clinic_id, 'BOOKING_CANCELLED', jsonb_build_object('slot', x.id, 'booking', b.id));
    return end_move(press, who, jsonb_build_object(
        'booking', b.id, 'code', b.code, 'slot', slot_answer(x, slot_status(x)), 'position', place));
end $$;
