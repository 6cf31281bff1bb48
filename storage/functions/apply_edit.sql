-- Change the clinics of a visit as an edit says; tickets are the caller's to end. INVALID_INPUT for what is no edit.
create or replace function dawr.apply_edit(
    s dawr.site, v dawr.visit, action text, why text, clinics text[], clinic int)
returns void
language plpgsql as $$
begin
    if action = 'reset_path' then
        perform copy_stops(s, v, find_exam(s.id, v.exam, v.gender));
    elsif action = 'update_path' then
        perform set_stops(s, v, clinics, why);
    elsif action = 'force_complete_clinic' then
        update visit_stop p set done_at = coalesce(p.done_at, dawr.now()), reason = why
        where p.site_id = s.id and p.visit_id = v.id and p.clinic_id = apply_edit.clinic;
        if clinic is null then
            perform refuse('INVALID_INPUT', '{"field": "clinic"}');
        elsif not found then
            perform refuse('CLINIC_NOT_IN_PATH', (
                select jsonb_build_object('clinic', c.code) from clinic c where c.site_id = s.id and c.id = apply_edit.clinic));
        end if;
    elsif action is distinct from 'remove_from_queue' then
        perform refuse('INVALID_INPUT', '{"field": "action"}');
    end if;
end $$;
