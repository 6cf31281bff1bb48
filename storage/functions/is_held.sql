-- Whether a patient holds a ticket still. One that ended with a day which nobody has turned yet is none, nor one that was
-- called on a day before and forgotten; who was called within four hours is inside still.
create or replace function dawr.is_held(s dawr.site, t dawr.ticket, h dawr.head) returns boolean
language sql stable as $$
    select case when t.state in ('waiting', 'held')
                then t.id > h.dead_through
                     and (h.service_day >= n.today or dawr.stays_over(s, t.clinic_id, h.service_day, n.today))
                when t.state in ('called', 'serving')
                then dawr.service_day(s, t.called_at) = n.today or t.called_at > n.at - interval '4 hours'
                else false end
    from (select dawr.now() as at, dawr.service_day(s, dawr.now()) as today) n
$$;
