-- Refuse a second hold of a patient in a clinic. An expired one counts for nothing. Until when he holds the other is
-- told to kiosks and staff only.
create or replace function dawr.check_holds(who dawr.begun, clinic int, patient bigint) returns void
language plpgsql as $$
declare
    other slot_hold;
begin
    select * into other from slot_hold h
    where h.site_id = who.site_id and h.clinic_id = clinic and h.patient_id = check_holds.patient
      and h.ended_at is null and h.expires_at > dawr.now();
    if found then
        perform refuse('ALREADY_HOLDING', case when who.scope = 'patient' then '{}'
                       else jsonb_build_object('expires_at', other.expires_at) end);
    end if;
end $$;
