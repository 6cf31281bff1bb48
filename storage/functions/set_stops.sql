-- Lead a visit through these clinics, in this order where they are fixed; what is done stays, listed or not.
create or replace function dawr.set_stops(s dawr.site, v dawr.visit, clinics text[], why text) returns void
language plpgsql as $$
declare
    wanted int[];
    e exam_type := find_exam(s.id, v.exam, v.gender);
begin
    select array_agg((find_clinic(s.id, code)).id order by ord) into wanted
    from unnest(clinics) with ordinality as p(code, ord);
    if wanted is null or cardinality(wanted) <> (select count(distinct x) from unnest(wanted) x) then
        perform refuse('INVALID_INPUT', '{"field": "clinics"}');
    end if;
    delete from visit_stop p using stops_of(s, v) d
    where p.site_id = s.id and p.visit_id = v.id and d.clinic_id = p.clinic_id
      and not d.is_done and p.clinic_id <> all (wanted);
    insert into visit_stop as p (site_id, visit_id, clinic_id, place, fixed, reason)
    select s.id, v.id, w.clinic_id, w.ord + k.kept, coalesce(x.fixed, false), why
    from unnest(wanted) with ordinality w(clinic_id, ord)
    cross join (select coalesce(max(x.place), 0) as kept from visit_stop x
                where x.site_id = s.id and x.visit_id = v.id and x.clinic_id <> all (wanted)) k
    left join exam_clinic x on x.site_id = s.id and x.code = e.code and x.gender = e.gender
         and x.clinic_id = w.clinic_id
    on conflict (site_id, visit_id, clinic_id) do update set place = excluded.place;
end $$;
