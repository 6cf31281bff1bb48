-- The slots, with the instant at which time alone may change them and the position they are true as of, for a server
-- that keeps its answers.
--
-- Instant and position are taken before anything is looked at: what happens meanwhile makes the answer too old to be
-- kept, never too new to be doubted. It ends when a hold runs out, a slot begins, or a quarter of an hour is over, with
-- which each local day begins. A day that cannot be booked is not worth keeping: there is no end of them.
create or replace function dawr.read_lasting_slots(clinic text, day date default null, only_free boolean default true)
returns jsonb
language plpgsql volatile security definer set search_path = dawr, pg_temp as $$
declare
    at timestamptz := dawr.now();
    s site;
    c clinic;
    place bigint;
    found jsonb;
begin
    select v.* into s from my_site v;
    c := find_clinic(s.id, read_lasting_slots.clinic);
    select h.position into place from head h where h.site_id = s.id and h.clinic_id = c.id;
    found := read_slots(read_lasting_slots.clinic, read_lasting_slots.day, read_lasting_slots.only_free);
    return found || jsonb_build_object('clinic_id', c.id, 'position', place, 'ends_at', case
        when (found ->> 'date')::date - (at at time zone s.time_zone)::date between -1 and 61
        then extract(epoch from least(
            changes_at(s, c, at),
            (select min(k.expires_at) from slot_hold k
             where k.site_id = s.id and k.clinic_id = c.id and k.ended_at is null and k.expires_at > at),
            (select min(x.starts_at) from slot x
             where x.site_id = s.id and x.clinic_id = c.id and x.starts_at > at)))
        else 0 end);
end $$;
