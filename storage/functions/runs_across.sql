-- Whether a clinic is open just before an instant and just after it; round the clock is, and so are hours that meet there.
create or replace function dawr.runs_across(s dawr.site, clinic int, instant timestamptz) returns boolean
language sql stable as $$
    select not exists (select from clinic_hours w where w.site_id = s.id and w.clinic_id = clinic)
    or exists (select from opening_periods(s, clinic, instant) p where p.since < instant and p.till >= instant)
       and exists (select from opening_periods(s, clinic, instant) p where p.since <= instant and p.till > instant)
$$;
