-- The visit of a ticket, or of a patient today, with its open tickets locked and then its patient; NOT_IN_QUEUE for none.
-- A ticket drawn for him between the two is not waited for: the caller is told to try again.
create or replace function dawr.visit_to_edit(s dawr.site, ticket bigint, patient text) returns dawr.visit
language plpgsql as $$
declare
    v visit;
    him bigint;
begin
    if ticket is not null then
        select t.patient_id into him from ticket t
        where t.site_id = s.id and t.id = visit_to_edit.ticket and t.visit_id is not null;
    else
        select i.patient_id into him from patient_identifier i
        where i.site_id = s.id and i.system = 'id' and i.value = visit_to_edit.patient;
    end if;
    v := todays_visit(s, him);
    if v.id is null then
        perform refuse('NOT_IN_QUEUE');
    end if;
    perform from ticket t
    where t.site_id = s.id and t.visit_id = v.id and t.state in ('waiting', 'held', 'called', 'serving')
    order by t.id for update;
    perform lock_patient(s.id, him);
    perform from ticket t
    where t.site_id = s.id and t.visit_id = v.id and t.state in ('waiting', 'held', 'called', 'serving')
    for update nowait;
    return v;
end $$;
