-- Put a locked ticket back to waiting at the place it had. One whose day or series is over stays what it is, and so
-- does one whose patient holds another there meanwhile.
create or replace function dawr.back_in_line(
    press dawr.press, who dawr.begun, was dawr.ticket, kind text, why text default null)
returns jsonb
language plpgsql as $$
declare
    t ticket := was;
    h head := step(was, 'waiting');
begin
    if was.patient_id is not null and (open_ticket(h, was.patient_id)).id <> was.id then
        perform refuse('ALREADY_WAITING');
    end if;
    t.state := 'waiting';
    t.called_at := null;
    t.started_at := null;
    t.ended_at := null;
    t.recalls := 0;
    t.room_id := null;
    t.place := null;
    t.called_by := null;
    t.reason := null;
    return write_move(press, who, was, t, h, kind, why);
end $$;
