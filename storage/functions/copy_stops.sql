-- Give a visit the clinics its exam has, none of them done; answers whether there are any.
create or replace function dawr.copy_stops(s dawr.site, v dawr.visit, e dawr.exam_type) returns boolean
language plpgsql as $$
begin
    delete from visit_stop p where p.site_id = s.id and p.visit_id = v.id;
    insert into visit_stop (site_id, visit_id, clinic_id, place, fixed)
    select s.id, v.id, x.clinic_id, x.place, x.fixed from exam_clinic x
    join clinic c on c.site_id = x.site_id and c.id = x.clinic_id
    where x.site_id = s.id and x.code = e.code and x.gender = e.gender and c.gender in (v.gender, 'any');
    return found;
end $$;
