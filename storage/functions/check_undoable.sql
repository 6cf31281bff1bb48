-- Refuse an undo of what cannot be undone, of somebody else's move, or after the window.
create or replace function dawr.check_undoable(who dawr.begun, s dawr.site, last dawr.event) returns void
language plpgsql as $$
begin
    if last.kind not in ('ENTERED', 'CALLED', 'IN_SERVICE', 'COMPLETED', 'NO_SHOW', 'HELD', 'RESUMED',
                         'TRANSFERRED', 'CANCELLED', 'REACTIVATED', 'PRIORITY_CHANGED') then
        perform refuse('TOO_LATE_TO_UNDO', jsonb_build_object('at', null));
    elsif last.actor is null or last.actor is distinct from who.actor then
        perform refuse('FORBIDDEN', jsonb_build_object('by', last.actor));
    elsif dawr.now() > last.at + s.undo_window then
        perform refuse('TOO_LATE_TO_UNDO', jsonb_build_object('at', last.at + s.undo_window));
    end if;
end $$;
