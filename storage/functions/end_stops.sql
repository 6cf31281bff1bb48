-- End those open tickets of a visit that an edit leaves no place for; their rows and heads are held. Answers the last
-- of them: whatever is drawn in its stead keeps its priority.
create or replace function dawr.end_stops(
    press dawr.press, who dawr.begun, s dawr.site, v dawr.visit, action text, why text, clinic int)
returns dawr.ticket
language plpgsql as $$
declare
    t ticket;
    ended ticket;
begin
    for t in select * from open_tickets(s, v.id) loop
        if action = 'force_complete_clinic' and t.clinic_id = clinic and t.state in ('called', 'serving') then
            perform finish_ticket(press, who, t, why);
        elsif action = 'reset_path'
              or action = 'remove_from_queue' and (clinic is null or t.clinic_id = clinic)
              or action = 'force_complete_clinic' and t.clinic_id = clinic
              or action = 'update_path' and not exists (
                  select from visit_stop p where p.site_id = s.id and p.visit_id = v.id and p.clinic_id = t.clinic_id)
        then
            perform cancel_ticket(press, who, t, why);
        else
            continue;
        end if;
        select * into ended from ticket x where x.site_id = t.site_id and x.id = t.id;
    end loop;
    return ended;
end $$;
