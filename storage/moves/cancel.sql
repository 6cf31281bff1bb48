-- The patient does not want his place any more: staff by any reference, a patient by his own token.
create or replace function dawr.cancel(press dawr.press, ref dawr.ticket_ref, reason text default null) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    was ticket;
begin
    if who.told is not null then
        return who.told;
    end if;
    if ref.token is null or ref.id is not null then
        perform require_scope(who, 'staff');
    end if;
    was := take_ticket(who, ref, 'waiting', 'called', 'serving', 'held');
    return end_move(press, who, cancel_ticket(press, who, was, reason));
end $$;
