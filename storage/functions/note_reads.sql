-- Write down which patients somebody was shown today, once each.
create or replace function dawr.note_reads(s dawr.site, reader text, patients bigint[]) returns void
language plpgsql as $$
declare
    today date := service_day(s, dawr.now());
begin
    insert into patient_read (site_id, day, actor, patient_id, first_at)
    select distinct s.id, today, reader, p.id, dawr.now()
    from unnest(patients) as p(id)
    where p.id is not null
      and not exists (select from patient_read n where n.site_id = s.id and n.day = today
                      and n.actor = reader and n.patient_id = p.id)
    order by p.id
    on conflict do nothing;
end $$;
