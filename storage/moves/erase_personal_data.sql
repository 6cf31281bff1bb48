-- Erase what is personal of the site's tickets, events and patients once the site's time for it is over, at most so
-- many of each at once; answers how many went. Numbers, states and times stay for the reports.
--
-- A ticket is nobody's from then on; a patient goes with the last of his tickets. Words about a ticket (notes,
-- reasons) may name people, so they go too, also from the log; those about a whole clinic stay. Patients are deleted
-- in a second statement: what was drawn for one before his row was locked is seen by it.
create or replace function dawr.erase_personal_data(at_most int default 500) returns int
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    s site;
    since timestamptz;
    going bigint[];
    count int;
    gone int := 0;
begin
    select x.* into s from site x join login l on l.site_id = x.id where l.role_name = session_user;
    since := dawr.now() - s.personal_data_kept;

    with old as (
        select t.id from ticket t
        where t.site_id = s.id and t.issued_at < since
          and (t.patient_id is not null or t.visit_id is not null or t.note is not null or t.reason is not null
               or t.encounter_ref is not null or t.appointment_ref is not null)
        order by t.issued_at limit at_most for update skip locked)
    update ticket t
    set patient_id = null, visit_id = null, note = null, reason = null, encounter_ref = null, appointment_ref = null
    from old where t.site_id = s.id and t.id = old.id;
    get diagnostics count = row_count;
    gone := gone + count;

    with old as (
        select e.clinic_id, e.position from event e
        where e.site_id = s.id and e.at < since and e.ticket_id is not null
          and (e.reason is not null or e.before ->> 'note' is not null or e.before ->> 'reason' is not null)
        order by e.at limit at_most for update skip locked)
    update event e set reason = null, before = e.before - '{note,reason}'::text[]
    from old where e.site_id = s.id and e.clinic_id = old.clinic_id and e.position = old.position;
    get diagnostics count = row_count;
    gone := gone + count;

    select array_agg(p.id) into going from (
        select x.id from patient x
        where x.site_id = s.id and x.created_at < since
          and not exists (select from ticket t where t.site_id = x.site_id and t.patient_id = x.id)
        order by x.created_at limit at_most for update skip locked) p;
    delete from patient p
    where p.site_id = s.id and p.id = any(going)
      and not exists (select from ticket t where t.site_id = p.site_id and t.patient_id = p.id);
    get diagnostics count = row_count;
    return gone + count;
end $$;
