-- Draw the ticket of an appointment whose clinic's head is locked: at a quarter of an hour before its time, or now if
-- that is still to come.
create or replace function dawr.draw_booked(
    press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, b dawr.booking,
    visit bigint)
returns dawr.ticket
language plpgsql as $$
declare
    t ticket;
begin
    if who.scope not in ('staff', 'admin') then
        perform check_entry(s, find_clinic(s.id, c.code), null);
    end if;
    t.source := 'booking';
    t.priority := 'none';
    t.patient_id := b.patient_id;
    t.mobile := b.mobile;
    t.appointment_ref := b.code;
    t.visit_id := visit;
    select x.starts_at - interval '15 minutes' into t.queue_at from slot x
    where x.site_id = b.site_id and x.id = b.slot_id and x.starts_at - interval '15 minutes' <= dawr.now();
    return draw_ticket(press, who, s, c, h, t);
end $$;
