-- How many are called before this waiting ticket.
create or replace function dawr.count_ahead(t dawr.ticket, h dawr.head) returns int
language plpgsql stable as $$
begin
    return (select count(*)::int from ticket w
    where w.site_id = t.site_id and w.clinic_id = t.clinic_id and w.state = 'waiting'
      and (w.queue_at, w.id) < (t.queue_at, t.id) and w.id > h.dead_through);
end $$;
