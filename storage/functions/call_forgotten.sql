-- The number called last, once a call is undone: that of the call before it in this series, or none.
--
-- Reads the log backwards and no further than the series; the event of its beginning is of it, those before are not.
create or replace function dawr.call_forgotten(h dawr.head, undone bigint) returns dawr.head
language plpgsql as $$
declare
    e event;
begin
    h.current := 0;
    h.current_label := null;
    for e in
        select * from event x where x.site_id = h.site_id and x.clinic_id = h.clinic_id order by x.position desc
    loop
        exit when (e.service_day, e.series) <> (h.service_day, h.series);
        if e.kind = 'CALLED' and e.position <> undone and not exists (
            select from event u where u.site_id = e.site_id and u.clinic_id = e.clinic_id
            and u.position > e.position and u.undoes = e.position)
        then
            h.current := e.number;
            h.current_label := e.label;
            exit;
        end if;
    end loop;
    update head x set current = h.current, current_label = h.current_label
    where x.site_id = h.site_id and x.clinic_id = h.clinic_id;
    return h;
end $$;
