-- The patient is done; ends a ticket that is called or being served.
create or replace function dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text default null) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    was ticket;
    answer jsonb;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'called', 'serving');
    answer := finish_ticket(press, who, was, reason) || jsonb_build_object(
        'arrived_at', was.arrived_at, 'called_at', was.called_at,
        'patient', (select i.value from patient_identifier i
                    where i.site_id = was.site_id and i.patient_id = was.patient_id limit 1));
    return end_move(press, who, answer);
end $$;
