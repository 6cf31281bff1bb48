-- The exam type of that code for a patient's gender, matched without regard to case; INVALID_INPUT for none.
create or replace function dawr.find_exam(site int, wanted text, for_gender text) returns dawr.exam_type
language plpgsql stable as $$
declare
    e exam_type;
begin
    select * into e from exam_type x
    where x.site_id = site and x.code = lower(wanted) and x.gender in (for_gender, 'any')
    order by x.gender = 'any' limit 1;
    if not found then
        perform refuse('INVALID_INPUT', '{"field": "examType"}');
    end if;
    return e;
end $$;
