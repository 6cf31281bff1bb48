-- The five soonest free slots of the clinic that a slot or a hold is of, later days included; makes those not made yet.
-- Empty where there is no such slot or hold.
create or replace function dawr.read_next_free(slot bigint default null, hold text default null) returns jsonb
language plpgsql volatile security definer set search_path = dawr, pg_temp as $$
declare
    s site;
    of_clinic int;
    today date;
    found_so_far jsonb := '[]';
    more jsonb;
begin
    select v.* into s from my_site v;
    select v.clinic_id into of_clinic from slot_hold v where v.site_id = s.id and v.id = read_next_free.hold;
    if of_clinic is null then
        select v.clinic_id into of_clinic from slot v where v.site_id = s.id and v.id = read_next_free.slot;
    end if;
    today := (dawr.now() at time zone s.time_zone)::date;
    for ahead in 0..60 loop
        exit when of_clinic is null or jsonb_array_length(found_so_far) >= 5;
        perform make_slots(s, of_clinic, today + ahead);
        select jsonb_agg(slot_answer(f.x, 'FREE') order by (f.x).starts_at) into more
        from (select d.x from slots_of_day(s, of_clinic, today + ahead) d where d.status = 'FREE'
              order by (d.x).starts_at limit 5 - jsonb_array_length(found_so_far)) f;
        found_so_far := found_so_far || coalesce(more, '[]');
    end loop;
    return found_so_far;
end $$;
