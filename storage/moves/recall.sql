-- Announce a called patient once more. Counts towards the recalls of a no-show by time; cannot be undone.
create or replace function dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text default null) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    was ticket;
    t ticket;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'called');
    t := was;
    t.recalls := least(t.recalls + 1, 32000);
    return end_move(press, who, write_move(press, who, was, t, step(was, 'called'), 'RECALLED', reason));
end $$;
