-- The patient of an identifier, made known to the site when new; one of a name or a mobile alone is always new.
-- What a stranger says of a known patient changes nothing, and a mobile is kept as the patient's where staff or a kiosk
-- say it: anybody can be the first to say an id, and letters go where a patient's mobile says.
create or replace function dawr.find_patient(
    who dawr.begun, value text, patient_name text, mobile text, patient_gender text)
returns bigint
language plpgsql as $$
declare
    found_id bigint;
begin
    select i.patient_id into found_id from patient_identifier i
    join patient p on p.site_id = i.site_id and p.id = i.patient_id
    where i.site_id = who.site_id and i.system = 'id' and i.value = find_patient.value
    for key share of p;
    if found_id is null and value is not null then
        perform pg_advisory_xact_lock(hashtextextended(concat_ws(E'\x1f', 'patient', who.site_id, value), 0));
        select i.patient_id into found_id from patient_identifier i
        join patient p on p.site_id = i.site_id and p.id = i.patient_id
        where i.site_id = who.site_id and i.system = 'id' and i.value = find_patient.value
        for key share of p;
    end if;
    if found_id is null then
        insert into patient (site_id, name, mobiles, gender, created_at)
        values (who.site_id, patient_name,
                case when mobile is not null and who.scope in ('staff', 'admin', 'kiosk') then array[mobile]
                     else '{}' end,
                patient_gender, dawr.now())
        returning id into found_id;
        if value is not null then
            insert into patient_identifier (site_id, system, value, patient_id)
            values (who.site_id, 'id', value, found_id);
        end if;
    elsif who.scope in ('staff', 'admin') and coalesce(patient_name, mobile, patient_gender) is not null then
        update patient p set
            name = coalesce(patient_name, p.name), gender = coalesce(patient_gender, p.gender),
            mobiles = case when mobile is null or mobile = any(p.mobiles) then p.mobiles else p.mobiles || mobile end
        where p.site_id = who.site_id and p.id = found_id;
    end if;
    return found_id;
end $$;
