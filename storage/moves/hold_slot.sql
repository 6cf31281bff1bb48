-- Reserve a slot for a patient for ten minutes, to be confirmed until then. Of two at once one gets it.
--
-- The slot's row is locked first, with all of its clinic that share time with it; who does not get the locks in time has
-- lost it too. One hold per patient and clinic, three at once per address; an expired one blocks nobody from the instant
-- it expires.
-- Refusals: SLOT_NOT_FOUND (also one that is past or no longer offered), SLOT_TAKEN, ALREADY_HOLDING, RATE_LIMITED,
-- FORBIDDEN where remote entry is switched off.
create or replace function dawr.hold_slot(
    press dawr.press, slot bigint, patient text, mobile text default null, address text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    at timestamptz := dawr.now();
    s site;
    x dawr.slot;
    h slot_hold;
    place bigint;
begin
    if who.told is not null then
        return who.told;
    end if;
    select * into s from site v where v.id = who.site_id;
    perform check_remote(who, s);
    perform check_address(s.id, hold_slot.address);
    x := take_slot(s.id, hold_slot.slot);
    perform check_free(s, x);

    h.patient_id := find_patient(who, hold_slot.patient, null, hold_slot.mobile, null);
    perform expire_holds(s.id, x.clinic_id, x.id, h.patient_id);
    perform check_holds(who, x.clinic_id, h.patient_id);
    if hold_slot.address is not null then
        perform pg_advisory_xact_lock(hashtextextended(concat_ws(E'\x1f', 'holds', s.id, hold_slot.address), 0));
        perform check_address(s.id, hold_slot.address);
    end if;
    insert into slot_hold (site_id, id, slot_id, clinic_id, patient_id, mobile, address, made_at, expires_at)
    values (s.id, random_token(), x.id, x.clinic_id, h.patient_id, hold_slot.mobile, hold_slot.address, at,
            dawr.now() + interval '10 minutes')
    returning * into h;
    place := write_slot_event(press, who, s, x.clinic_id, 'SLOT_HELD', jsonb_build_object('slot', x.id));
    return end_move(press, who, jsonb_build_object(
        'hold', h.id, 'slot', slot_answer(x, 'HELD'), 'expires_at', h.expires_at, 'position', place));
end $$;
