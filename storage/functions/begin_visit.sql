-- Begin a patient's visit for an exam: its clinics, but for those of the other gender. INVALID_INPUT when none is left.
create or replace function dawr.begin_visit(s dawr.site, patient bigint, e dawr.exam_type, gender text)
returns dawr.visit
language plpgsql as $$
declare
    v visit;
begin
    insert into visit (site_id, patient_id, service_day, exam, gender, begun_at)
    values (s.id, begin_visit.patient, service_day(s, dawr.now()), e.code, begin_visit.gender, dawr.now())
    returning * into v;
    if not copy_stops(s, v, e) then
        perform refuse('INVALID_INPUT', '{"field": "examType"}');
    end if;
    return v;
end $$;
