-- Stop giving out a clinic's numbers, with a reason and, if known, until when; who waits keeps the place.
--
-- It ends after now and within the days that can be asked for (server/bodies.py): of an instant at the calendar's end there are
-- time zones that have none, and whoever reads the clinic there would fail until the pause is over.
create or replace function dawr.pause_clinic(
    press dawr.press, clinic text, reason text, until timestamptz default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    c clinic;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    perform require_reason(pause_clinic.reason);
    if pause_clinic.until <= dawr.now() or pause_clinic.until >= '2101-01-01 00:00+00' then
        perform refuse('INVALID_INPUT', '{"field": "until"}');
    end if;
    c := find_clinic(who.site_id, pause_clinic.clinic);
    update clinic x set paused = true, paused_reason = pause_clinic.reason, paused_until = pause_clinic.until
    where x.site_id = c.site_id and x.id = c.id
    returning * into c;
    return end_move(press, who, announce_state(press, who, c, pause_clinic.reason));
end $$;
