-- Refuse a move of a ticket that is in none of the states it needs; who may not know the ticket hears no more.
create or replace function dawr.require_state(t dawr.ticket, states text[], told boolean default true) returns void
language plpgsql as $$
declare
    last event;
begin
    if t.state = any(states) then
        return;
    elsif not told then
        perform refuse('WRONG_STATE');
    end if;
    select * into last from event e
    where e.site_id = t.site_id and e.clinic_id = t.clinic_id and e.position = t.last_position;
    perform refuse('WRONG_STATE', jsonb_build_object(
        'state', public_status(t.state), 'by', last.actor, 'at', last.at, 'ticket', t.label));
end $$;
