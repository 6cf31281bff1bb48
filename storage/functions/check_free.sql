-- Refuse a locked slot that somebody has, or that is not offered: past, or no longer in the schedules and hours.
create or replace function dawr.check_free(s dawr.site, wanted dawr.slot) returns void
language plpgsql as $$
declare
    day date := (wanted.starts_at at time zone s.time_zone)::date;
begin
    if wanted.starts_at <= dawr.now() then
        perform refuse('SLOT_NOT_FOUND');
    elsif slot_status(wanted) <> 'FREE' then
        perform refuse('SLOT_TAKEN');
    elsif not exists (select from slots_of_day(s, wanted.clinic_id, day) d
                      where (d.x).id = wanted.id and d.status = 'FREE') then
        perform refuse('SLOT_NOT_FOUND');
    end if;
end $$;
