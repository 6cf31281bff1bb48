-- Change a patient's class; his place moves by the difference of the credits. Emergency is given by staff only.
create or replace function dawr.change_priority(
    press dawr.press, ref dawr.ticket_ref, priority text, reason text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    was ticket;
    t ticket;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    select * into s from site x where x.id = who.site_id;
    was := take_ticket(who, ref, 'waiting', 'held');
    t := was;
    t.priority := change_priority.priority;
    t.queue_at := was.queue_at + credit(s, was.priority) - credit(s, t.priority);
    return end_move(press, who, write_move(
        press, who, was, t, step(was, was.state), 'PRIORITY_CHANGED', reason));
end $$;
