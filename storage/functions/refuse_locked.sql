-- Refuse a subject with so many wrong PINs within a quarter of an hour, until enough of them are older.
create or replace function dawr.refuse_locked(site int, subject text, most int) returns void
language plpgsql as $$
declare
    until timestamptz;
begin
    select t.at + interval '15 minutes' into until from pin_try t
    where t.site_id = refuse_locked.site and t.subject = refuse_locked.subject
      and t.at > dawr.now() - interval '15 minutes'
    order by t.at desc offset most - 1 limit 1;
    if found then
        perform refuse('PIN_LOCKED', jsonb_build_object(
            'until', until, 'retry_after_s', greatest(1, ceil(extract(epoch from until - dawr.now())))::int));
    end if;
end $$;
