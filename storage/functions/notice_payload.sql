-- What a web-hook is told of a ticket: its place and, where there is one, the mobile a message can be sent to: the one
-- given for this ticket, else the last that staff or a kiosk wrote down of its patient. No name, no id of a patient.
create or replace function dawr.notice_payload(
    s dawr.site, t dawr.ticket, kind text, at timestamptz, room text default null, ahead int default 0)
returns jsonb
language plpgsql stable as $$
begin
    return (select jsonb_build_object(
        'type', notice_payload.kind, 'site', s.code, 'clinic', c.code, 'names', c.names, 'floor', c.floor,
        'ticket', t.label, 'number', t.number, 'room', notice_payload.room, 'ahead', notice_payload.ahead,
        'at', notice_payload.at, 'link', '/t/' || t.token,
        'mobile', coalesce(t.mobile, (select p.mobiles[cardinality(p.mobiles)] from patient p
                                      where p.site_id = t.site_id and p.id = t.patient_id)))
    from clinic c where c.site_id = t.site_id and c.id = t.clinic_id);
end $$;
