-- Lock the called tickets of a clinic that are no-shows by time: grace over and recalled often enough.
create or replace function dawr.late_tickets(s dawr.site, clinic int) returns setof dawr.ticket
language sql volatile as $$
    select t.* from ticket t
    where t.site_id = s.id and t.clinic_id = late_tickets.clinic and t.state = 'called'
      and t.recalls >= s.no_show_after_recalls and t.called_at + s.no_show_grace <= dawr.now()
    for update skip locked
$$;
