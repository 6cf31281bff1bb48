-- Whether a patient is still somebody's: of a ticket, an appointment, or a hold of a slot.
create or replace function dawr.is_known(p dawr.patient) returns boolean
language sql stable as $$
    select exists (select from ticket t where t.site_id = p.site_id and t.patient_id = p.id)
        or exists (select from booking b where b.site_id = p.site_id and b.patient_id = p.id)
        or exists (select from slot_hold h where h.site_id = p.site_id and h.patient_id = p.id)
$$;
