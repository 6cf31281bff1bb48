-- Give the patient of a visit a ticket of one of its clinics, whose head the caller holds: a new one, or the one he
-- holds there already. `came` is the ticket he has just left or lost by an edit of his route, if any, `holder` the
-- token that was shown.
create or replace function dawr.enter_stop(
    press dawr.press, who dawr.begun, s dawr.site, v dawr.visit, clinic int, came dawr.ticket default null,
    holder text default null)
returns dawr.ticket
language plpgsql as $$
declare
    c clinic;
    h head;
    t ticket;
begin
    select * into c from clinic x where x.site_id = s.id and x.id = enter_stop.clinic;
    select * into h from head x where x.site_id = s.id and x.clinic_id = c.id;
    t := open_ticket(h, v.patient_id);
    if t.id is not null then
        return adopt_ticket(t, v.id, holder);
    end if;
    t.patient_id := v.patient_id;
    t.visit_id := v.id;
    t.priority := coalesce(came.priority, 'none');
    t.party_size := coalesce(came.party_size, 1::smallint);
    t.encounter_ref := came.encounter_ref;
    t.mobile := came.mobile;
    t.came_from := came.id;
    t.source := case when came.id is not null then 'route' when who.scope = 'kiosk' then 'kiosk'
                     when who.scope = 'patient' then 'remote' else 'staff' end;
    return draw_ticket(press, who, s, c, h, t);
end $$;
