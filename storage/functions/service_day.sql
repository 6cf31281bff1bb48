-- The site's local date at an instant, turning at the site's hour and never at UTC midnight.
create or replace function dawr.service_day(s dawr.site, at timestamptz) returns date
language sql stable as $$
    select ((at at time zone s.time_zone) - (s.day_turns_at - time '00:00'))::date
$$;
