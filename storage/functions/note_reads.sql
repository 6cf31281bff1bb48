-- Write down which patients' names this login was shown today, once each.
create or replace function dawr.note_reads(s dawr.site, me dawr.login, clinics int[]) returns void
language sql as $$
    insert into dawr.patient_read (site_id, day, actor, patient_id, first_at)
    select distinct s.id, h.service_day, me.name, t.patient_id, dawr.now()
    from dawr.head h
    join dawr.ticket t on t.site_id = s.id and t.clinic_id = h.clinic_id and t.patient_id is not null
         and t.state in ('waiting', 'called', 'serving', 'held', 'no_show') and t.service_day >= h.service_day - 1
    where h.site_id = s.id and h.clinic_id = any(clinics)
      and not exists (select from dawr.patient_read n where n.site_id = s.id and n.day = h.service_day
                      and n.actor = me.name and n.patient_id = t.patient_id)
    on conflict do nothing
$$;
