-- End a clinic's pause; whether it is open then is for its hours to say.
create or replace function dawr.open_clinic(press dawr.press, clinic text, reason text default null) returns jsonb
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
    c := find_clinic(who.site_id, open_clinic.clinic);
    update clinic x set paused = false, paused_reason = null, paused_until = null
    where x.site_id = c.site_id and x.id = c.id
    returning * into c;
    return end_move(press, who, announce_state(press, who, c, open_clinic.reason));
end $$;
