-- Lock the ticket a move is about and check that it is in a state the move needs.
--
-- A number means the open series of the service day, a patient his latest ticket of it. Of two desks that make the
-- same move the second waits here, then reads who did it and when. A day that is due turns first.
create or replace function dawr.take_ticket(who dawr.begun, ref dawr.ticket_ref, variadic states text[])
returns dawr.ticket
language plpgsql as $$
declare
    t ticket;
    c clinic;
begin
    if ref.id is not null then
        select * into t from ticket x where x.site_id = who.site_id and x.id = ref.id for update;
    elsif ref.token is not null then
        select * into t from ticket x where x.token = ref.token and x.site_id = who.site_id for update;
    elsif ref.patient is not null then
        c := find_clinic(who.site_id, ref.clinic);
        select x.* into t
        from patient_identifier i
        join ticket x on x.site_id = i.site_id and x.patient_id = i.patient_id and x.clinic_id = c.id
        join head h on h.site_id = x.site_id and h.clinic_id = x.clinic_id
        join site s on s.id = x.site_id
        where i.site_id = who.site_id and i.system = 'id' and i.value = ref.patient
          and (x.state in ('waiting', 'called', 'serving', 'held')
               or x.service_day = greatest(h.service_day, service_day(s, dawr.now())))
        order by x.id desc limit 1
        for update of x;
        if t.id is null then
            perform refuse('NOT_IN_QUEUE');
        end if;
    else
        c := find_clinic(who.site_id, ref.clinic);
        select x.* into t
        from site s
        join head h on h.site_id = s.id and h.clinic_id = c.id
        join ticket x on x.site_id = s.id and x.clinic_id = c.id and x.number = ref.number
             and x.service_day = greatest(h.service_day, service_day(s, dawr.now())) and x.series = h.series
        where s.id = who.site_id
        for update of x;
    end if;
    if t.id is null then
        perform refuse('TICKET_NOT_FOUND');
    end if;
    t := after_turn(t);
    perform require_state(t, states);
    return t;
end $$;
