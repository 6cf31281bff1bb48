-- Whether tickets that ended with a day or a series of a clinic are still marked as waiting or held.
create or replace function dawr.has_dead(h dawr.head) returns boolean
language sql stable as $$
    select exists (select from dawr.ticket t where t.site_id = h.site_id and t.clinic_id = h.clinic_id
                   and t.state = 'waiting' and t.id <= h.dead_through)
        or exists (select from dawr.ticket t where t.site_id = h.site_id and t.clinic_id = h.clinic_id
                   and t.state = 'held' and t.id <= h.dead_through)
$$;
