-- The ticket as it was before an event; before its issue it was not there, so that is a cancelled one.
create or replace function dawr.restored(t dawr.ticket, last dawr.event) returns dawr.ticket
language plpgsql as $$
begin
    if last.kind = 'ENTERED' then
        t.state := 'cancelled';
        t.ended_at := dawr.now();
        return t;
    end if;
    return jsonb_populate_record(t, last.before);
end $$;
