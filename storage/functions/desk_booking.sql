-- A booking as the desk shows it, with the patient's name.
create or replace function dawr.desk_booking(b dawr.booking, x dawr.slot, clinic text) returns jsonb
language plpgsql stable as $$
declare
    t ticket := booking_ticket(b);
begin
    return (select jsonb_build_object(
        'code', b.code, 'clinic', clinic, 'starts_at', x.starts_at, 'ends_at', x.ends_at,
        'state', case when b.state = 'checked_in' and t.id is null then 'booked' else b.state end,
        'opens_at', x.starts_at - interval '30 minutes', 'closes_at', x.starts_at + interval '10 minutes',
        'name', coalesce(p.name, b.name), 'patient', patient_value(b.site_id, b.patient_id), 'ticket', t.label)
    from (select) one
    left join patient p on p.site_id = b.site_id and p.id = b.patient_id);
end $$;
