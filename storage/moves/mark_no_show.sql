-- The called patient did not come. Counted from the call, never from entry: before the grace is over, TOO_EARLY.
create or replace function dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    was ticket;
    allowed_at timestamptz;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'called');
    select was.called_at + s.no_show_grace into allowed_at from site s where s.id = was.site_id;
    if dawr.now() < allowed_at then
        perform refuse('TOO_EARLY', jsonb_build_object('at', allowed_at));
    end if;
    return end_move(press, who, miss_ticket(press, who, was, reason));
end $$;
