-- Mark expired holds as such, of a slot, of a patient in a clinic, or (both null) all of a clinic; answers how many.
create or replace function dawr.expire_holds(site int, clinic int, of_slot bigint, of_patient bigint) returns int
language plpgsql as $$
declare
    gone int;
begin
    with old as (
        select h.id from slot_hold h
        where h.site_id = site and h.clinic_id = clinic and h.ended_at is null and h.expires_at <= dawr.now()
          and (h.slot_id = of_slot or h.patient_id = of_patient or coalesce(of_slot, of_patient) is null)
        order by h.id for update)
    update slot_hold h set ended_at = h.expires_at, outcome = 'expired'
    from old where h.site_id = site and h.id = old.id;
    get diagnostics gone = row_count;
    return gone;
end $$;
