-- Turn what followed in one clinic's log, after its locked cursor, into notices; then say who comes near now. Answers
-- how many notices, and moves the cursor on in the same transaction.
create or replace function dawr.fill_from_clinic(s dawr.site, clinic int, seen bigint, upto bigint) returns int
language plpgsql as $$
declare
    e event;
    t ticket;
    r record;
    ahead int;
    made int := 0;
    notice text;
    nearing text[] := '{NEXT_IN_LINE,NEAR_TURN,ALMOST_READY}';
begin
    for r in
        select x as e, y as t from event x
        join ticket y on y.site_id = x.site_id and y.id = x.ticket_id
        where x.site_id = s.id and x.clinic_id = fill_from_clinic.clinic and x.position > seen and x.position <= upto
          and notice_of(x.kind, y.came_from) is not null
        order by x.position
    loop
        e := r.e;
        t := r.t;
        notice := notice_of(e.kind, t.came_from);
        ahead := 0;
        if notice = 'NEXT_CLINIC' and t.state = 'waiting' then
            select count_ahead(t, h) into ahead from head h where h.site_id = s.id and h.clinic_id = t.clinic_id;
        end if;
        made := made + put_in_outbox(
            s, t, notice, e.at, notice_payload(s, t, notice, e.at, e.room, ahead), e.position);
    end loop;

    for r in
        select w as t, row_number() over (order by w.queue_at, w.id)::int as line from head h
        join ticket w on w.site_id = h.site_id and w.clinic_id = h.clinic_id and w.state = 'waiting'
             and w.id > h.dead_through
        where h.site_id = s.id and h.clinic_id = fill_from_clinic.clinic
        order by w.queue_at, w.id limit 3
    loop
        made := made + put_in_outbox(
            s, r.t, nearing[r.line], dawr.now(),
            notice_payload(s, r.t, nearing[r.line], dawr.now(), null, r.line - 1));
    end loop;

    update outbox_cursor x set position = upto
    where x.site_id = s.id and x.clinic_id = fill_from_clinic.clinic;
    return made;
end $$;
