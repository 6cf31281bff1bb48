-- A no-show has come after all: back in line at the place he had.
create or replace function dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    return end_move(press, who, back_in_line(press, who, take_ticket(who, ref, 'no_show'), 'REACTIVATED', reason));
end $$;
