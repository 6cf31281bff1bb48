-- Refuse a check-in more than 30 minutes before an appointment or more than 10 after it.
create or replace function dawr.check_window(b dawr.booking) returns void
language plpgsql as $$
declare
    opens timestamptz;
    closes timestamptz;
begin
    select x.starts_at - interval '30 minutes', x.starts_at + interval '10 minutes' into opens, closes
    from slot x where x.site_id = b.site_id and x.id = b.slot_id;
    if dawr.now() not between opens and closes then
        perform refuse('OUTSIDE_CHECK_IN_WINDOW', jsonb_build_object('opens_at', opens, 'closes_at', closes));
    end if;
end $$;
