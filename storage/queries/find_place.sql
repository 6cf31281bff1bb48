-- The place to be watched: of a ticket's token, or, for staff and kiosks, of a patient's newest ticket of the service day.
--
-- Null when there is none; one that ended with an earlier day is none. As read_places answers it, with the ticket asked for.
create or replace function dawr.find_place(
    scope text default 'patient', token text default null, patient text default null)
returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    s site;
    h head;
    t ticket;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind = 'server'
    where l.role_name = session_user;
    if find_place.token is not null then
        select * into t from ticket x where x.token = find_place.token and x.site_id = s.id;
    elsif find_place.scope in ('staff', 'admin', 'kiosk') then
        select x.* into t from patient_identifier i
        join ticket x on x.site_id = i.site_id and x.patient_id = i.patient_id
        where i.site_id = s.id and i.system = 'id' and i.value = find_place.patient
        order by x.state in ('waiting', 'called', 'serving', 'held') desc, x.id desc limit 1;
    else
        perform refuse('FORBIDDEN');
    end if;
    select x.* into h from head x where x.site_id = s.id and x.clinic_id = t.clinic_id;
    if t.id is null or ((follow_ticket(t)).state not in ('waiting', 'called', 'serving', 'held')
                        and t.service_day < greatest(h.service_day, service_day(s, dawr.now()))) then
        return null;
    end if;
    return (select jsonb_build_object('asked', p.asked) || p.place from read_places(array[t.id]) p);
end $$;
