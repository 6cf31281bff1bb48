-- What a patient is identified by for people: his id of the site, else another identifier.
create or replace function dawr.patient_value(site int, patient bigint) returns text
language plpgsql stable as $$
begin
    return (select i.value from patient_identifier i where i.site_id = patient_value.site and i.patient_id = patient_value.patient
    order by i.system <> 'id', i.system, i.value limit 1);
end $$;
