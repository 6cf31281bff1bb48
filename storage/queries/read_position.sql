-- A patient's place: the latest ticket of the service day, by its token, or by clinic and patient for staff and kiosks.
--
-- Null when there is none. `position` is the feed's, as of which the answer is true.
create or replace function dawr.read_position(
    scope text default 'patient', token text default null, clinic text default null, patient text default null)
returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    s site;
    c clinic;
    h head;
    t ticket;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind = 'server'
    where l.role_name = session_user;
    if read_position.token is not null then
        select * into t from ticket x where x.token = read_position.token and x.site_id = s.id;
    elsif read_position.scope in ('staff', 'admin', 'kiosk') then
        c := find_clinic(s.id, read_position.clinic);
        select x.* into t from patient_identifier i
        join ticket x on x.site_id = i.site_id and x.patient_id = i.patient_id and x.clinic_id = c.id
        where i.site_id = s.id and i.system = 'id' and i.value = read_position.patient
        order by x.id desc limit 1;
    else
        perform refuse('FORBIDDEN');
    end if;
    select x.* into h from head x where x.site_id = s.id and x.clinic_id = t.clinic_id;
    if t.id is null or (t.state not in ('waiting', 'called', 'serving', 'held')
                        and t.service_day < greatest(h.service_day, service_day(s, dawr.now()))) then
        return null;
    end if;
    select x.* into c from clinic x where x.site_id = s.id and x.id = t.clinic_id;
    return ticket_answer(s, c, h, t, case when t.state in ('waiting', 'held') then count_ahead(t, h) else 0 end, true)
        || jsonb_build_object('time', dawr.now(), 'called_at', t.called_at, 'ended_at', t.ended_at,
                              'room', (select r.name from room r where r.site_id = s.id and r.id = t.room_id));
end $$;
