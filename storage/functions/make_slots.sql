-- Make the slots of a local date that its schedules offer and that are not there yet: from now on, up to 60 days ahead.
-- Whoever looks at a day first makes them; who looks at the same time waits for him and finds them. One that is made
-- never changes: at another length it is another slot, and the old one is offered no more.
create or replace function dawr.make_slots(s dawr.site, clinic int, day date) returns void
language plpgsql as $$
begin
    if day - (dawr.now() at time zone s.time_zone)::date not between 0 and 60 then
        return;
    end if;
    insert into slot (site_id, clinic_id, starts_at, ends_at)
    select s.id, clinic, t.starts_at, t.ends_at
    from slot_times(s, clinic, day) t
    where t.starts_at > dawr.now()
      and not exists (select from slot x where x.site_id = s.id and x.clinic_id = clinic
                      and x.starts_at = t.starts_at and x.ends_at = t.ends_at)
    order by t.starts_at
    on conflict do nothing;
end $$;
