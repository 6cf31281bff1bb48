-- The number called last, once a call is undone: that of the call before it in this series, or none.
create or replace function dawr.call_forgotten(h dawr.head, undone bigint) returns dawr.head
language plpgsql as $$
declare
    earlier event;
begin
    select e.* into earlier from event e
    where e.site_id = h.site_id and e.clinic_id = h.clinic_id and e.kind = 'CALLED'
      and e.service_day = h.service_day and e.series = h.series and e.position <> undone
      and not exists (select from event u where u.site_id = e.site_id and u.clinic_id = e.clinic_id
                      and u.undoes = e.position and u.position > e.position)
    order by e.position desc limit 1;
    h.current := coalesce(earlier.number, 0);
    h.current_label := earlier.label;
    update head x set current = h.current, current_label = h.current_label
    where x.site_id = h.site_id and x.clinic_id = h.clinic_id;
    return h;
end $$;
