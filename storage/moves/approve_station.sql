-- An administrator lets the station in that shows this code. Null when no such code waits.
create or replace function dawr.approve_station(press dawr.press, code text, name text, clinics text[] default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    answer jsonb;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'admin');
    answer := let_in(who, code, name, clinics, press.correlation);
    return case when answer is not null then end_move(press, who, answer) end;
end $$;
