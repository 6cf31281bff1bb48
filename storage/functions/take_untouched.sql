-- Lock the ticket that a transfer or a done drew; refuse when anything has happened to it since.
create or replace function dawr.take_untouched(who dawr.begun, child bigint, last dawr.event) returns dawr.ticket
language plpgsql as $$
declare
    t ticket;
begin
    select x.* into t from ticket x where x.site_id = who.site_id and x.id = child for update;
    if t.state <> 'waiting' or not exists (
        select from event e where e.site_id = t.site_id and e.clinic_id = t.clinic_id
        and e.position = t.last_position and e.kind = 'ENTERED') then
        perform refuse('TOO_LATE_TO_UNDO', jsonb_build_object('at', null));
    end if;
    return t;
end $$;
