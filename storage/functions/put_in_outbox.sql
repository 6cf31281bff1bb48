-- Put a notice into the outbox of every web-hook that is on, wants its kind, and was there when it happened; answers how
-- many. What is in there already, by its event or because the ticket came near before, is not put in again.
create or replace function dawr.put_in_outbox(
    s dawr.site, t dawr.ticket, kind text, at timestamptz, payload jsonb, event_position bigint default null)
returns int
language plpgsql as $$
declare
    count int;
begin
    insert into outbox (site_id, webhook_id, ticket_id, kind, clinic_id, event_position, payload, made_at,
                        give_up_at, next_try_at)
    select s.id, w.id, t.id, put_in_outbox.kind, t.clinic_id, put_in_outbox.event_position, put_in_outbox.payload,
           dawr.now(), dawr.now() + interval '1 day', dawr.now()
    from webhook w
    where w.site_id = s.id and w.off_at is null and w.created_at <= put_in_outbox.at
      and (w.kinds = '{}' or put_in_outbox.kind = any(w.kinds))
    on conflict do nothing;
    get diagnostics count = row_count;
    return count;
end $$;
