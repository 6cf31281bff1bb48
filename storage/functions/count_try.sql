-- Count a wrong PIN against a subject; answers how many it has within the quarter of an hour. Clears away some old ones.
create or replace function dawr.count_try(site int, subject text, clinic int) returns int
language plpgsql as $$
begin
    delete from pin_try t using (
        select x.ctid from pin_try x where x.at <= dawr.now() - interval '15 minutes'
        order by x.at limit 50 for update skip locked) old
    where t.ctid = old.ctid;
    insert into pin_try (site_id, subject, clinic_id, at) values (site, subject, clinic, dawr.now());
    return (select count(*)::int from pin_try t
    where t.site_id = count_try.site and t.subject = count_try.subject
      and t.at > dawr.now() - interval '15 minutes');
end $$;
