-- A ticket as the desk shows it, with the patient's name.
create or replace function dawr.desk_ticket(t dawr.ticket) returns jsonb
language plpgsql stable as $$
begin
    return (select jsonb_build_object(
        'ticket_id', t.id, 'clinic', c.code, 'number', t.number, 'label', t.label, 'state', t.state,
        'priority', t.priority, 'source', t.source, 'arrived_at', t.arrived_at, 'called_at', t.called_at,
        'started_at', t.started_at, 'ended_at', t.ended_at, 'recalls', t.recalls, 'party_size', t.party_size,
        'practitioner', t.practitioner, 'note', t.note, 'reason', t.reason, 'room', r.name,
        'name', p.name, 'patient', dawr.patient_value(t.site_id, t.patient_id))
    from dawr.clinic c
    left join dawr.room r on r.site_id = t.site_id and r.id = t.room_id
    left join dawr.patient p on p.site_id = t.site_id and p.id = t.patient_id
    where c.site_id = t.site_id and c.id = t.clinic_id);
end $$;
