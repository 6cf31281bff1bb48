-- The last move of this login that undo() would still take back, or null.
create or replace function dawr.undo_offer(s dawr.site, me dawr.login, at timestamptz) returns jsonb
language sql stable as $$
    select jsonb_build_object('ticket_id', t.id, 'label', t.label, 'kind', e.kind, 'until', e.at + s.undo_window)
    from dawr.head h
    cross join lateral (
        select x.* from dawr.event x
        where x.site_id = s.id and x.clinic_id = h.clinic_id and x.position > h.position - 60
          and x.actor = me.name and x.at > at - s.undo_window and x.ticket_id is not null) e
    join dawr.ticket t on t.site_id = s.id and t.id = e.ticket_id and t.clinic_id = e.clinic_id
         and t.last_position = e.position
    where h.site_id = s.id
      and e.kind in ('ENTERED', 'CALLED', 'IN_SERVICE', 'COMPLETED', 'NO_SHOW', 'HELD', 'RESUMED', 'TRANSFERRED',
                     'CANCELLED', 'REACTIVATED', 'PRIORITY_CHANGED')
    order by e.at desc, e.kind = 'CALLED' desc limit 1
$$;
