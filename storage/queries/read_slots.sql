-- The slots of a clinic on a local date (none: today's) that are still to come, soonest first; makes those not made yet.
create or replace function dawr.read_slots(clinic text, day date default null, only_free boolean default true)
returns jsonb
language plpgsql volatile security definer set search_path = dawr, pg_temp as $$
declare
    s site;
    c clinic;
    wanted date;
begin
    select v.* into s from my_site v;
    c := find_clinic(s.id, read_slots.clinic);
    wanted := coalesce(read_slots.day, (dawr.now() at time zone s.time_zone)::date);
    perform make_slots(s, c.id, wanted);
    return (select jsonb_build_object(
        'clinic', c.code, 'date', wanted,
        'slots', coalesce(jsonb_agg(slot_answer(d.x, d.status) order by (d.x).starts_at)
                          filter (where d.status = 'FREE' or not coalesce(only_free, true)), '[]'))
    from slots_of_day(s, c.id, wanted) d);
end $$;
