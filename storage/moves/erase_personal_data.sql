-- Erase what is personal of the site's tickets, events, appointments and patients once the site's time for it is over, at most so
-- many of each at once; answers how many went. Numbers, states and times stay for the reports.
--
-- A ticket is nobody's from then on, and so is an appointment once its time is that long over; a patient goes with the
-- last of them, and never while he holds a slot. Words about a ticket (notes,
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
               or t.encounter_ref is not null or t.appointment_ref is not null or t.mobile is not null)
        order by t.issued_at limit at_most for update skip locked)
    update ticket t
    set patient_id = null, visit_id = null, note = null, reason = null, encounter_ref = null, appointment_ref = null,
        mobile = null
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

    with old as (
        select b.id from booking b
        join slot x on x.site_id = b.site_id and x.id = b.slot_id
        where b.site_id = s.id and b.booked_at < since and x.ends_at < since
          and (b.patient_id is not null or b.name is not null or b.mobile is not null)
        order by b.booked_at limit at_most for update of b skip locked)
    update booking b set patient_id = null, name = null, mobile = null
    from old where b.site_id = s.id and b.id = old.id;
    get diagnostics count = row_count;
    gone := gone + count;

    with old as (
        select h.id from slot_hold h
        where h.site_id = s.id and h.made_at < since and h.expires_at < since
        order by h.made_at limit at_most for update skip locked)
    delete from slot_hold h using old where h.site_id = s.id and h.id = old.id;
    get diagnostics count = row_count;
    gone := gone + count;

    with old as (
        select v.id from visit v
        where v.site_id = s.id and v.begun_at < since
          and not exists (select from ticket t where t.site_id = v.site_id and t.visit_id = v.id)
        order by v.begun_at limit at_most for update skip locked)
    delete from visit v using old where v.site_id = s.id and v.id = old.id;
    get diagnostics count = row_count;
    gone := gone + count;

    select array_agg(p.id) into going from (
        select x.id from patient x
        where x.site_id = s.id and x.created_at < since
          and not is_known(x)
        order by x.created_at limit at_most for update skip locked) p;
    delete from patient p
    where p.site_id = s.id and p.id = any(going)
      and not is_known(p);
    get diagnostics count = row_count;
    return gone + count;
end $$;
