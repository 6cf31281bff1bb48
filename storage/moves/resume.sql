-- A held patient is back: in line again at the place he had.
create or replace function dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text default null) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    return end_move(press, who, back_in_line(press, who, take_ticket(who, ref, 'held'), 'RESUMED', reason));
end $$;
