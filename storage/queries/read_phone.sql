-- What the phone page of a ticket shows, by its token: the site, and the ticket with its clinic, its line and where
-- it leads. Nothing personal is in it.
--
-- `ticket` is null when the token is unknown, or when its ticket was over on an earlier day.
create or replace function dawr.read_phone(token text) returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    s site;
    c clinic;
    h head;
    t ticket;
    onward ticket;
    v visit;
    at timestamptz := dawr.now();
    answer jsonb;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind = 'server'
    where l.role_name = session_user;
    answer := jsonb_build_object(
        'time', at,
        'site', jsonb_build_object('names', s.names, 'languages', to_jsonb(s.languages), 'time_zone', s.time_zone,
                                   'pin_digits', s.pin_digits,
                                   'no_show_grace_s', extract(epoch from s.no_show_grace)::int),
        'ticket', null);
    select * into t from ticket x where x.token = read_phone.token and x.site_id = s.id;
    select * into h from head x where x.site_id = s.id and x.clinic_id = t.clinic_id;
    if t.id is null or (t.state not in ('waiting', 'called', 'serving', 'held')
                        and t.service_day < greatest(h.service_day, service_day(s, at))) then
        return answer;
    end if;
    if t.state in ('waiting', 'held') and t.id <= h.dead_through then
        t.state := 'expired';
    end if;
    select * into c from clinic x where x.site_id = s.id and x.id = t.clinic_id;
    select * into v from visit x where x.site_id = s.id and x.id = t.visit_id;
    onward := follow_ticket(t);
    return answer || jsonb_build_object('ticket',
        ticket_answer(s, c, h, t, case when t.state in ('waiting', 'held') then count_ahead(t, h) else 0 end, true)
        || (select jsonb_build_object(
                'called_at', t.called_at, 'recalls', t.recalls, 'stream', t.clinic_id,
                'names', c.names, 'icon', c.icon, 'pin_required', c.pin_required,
                'standing', to_jsonb(clinic_state(s, c, at)),
                'room', r.name, 'room_floor', r.floor,
                'next', (select jsonb_build_object('token', onward.token, 'label', onward.label, 'names', k.names)
                         from clinic k
                         where onward.id <> t.id and k.site_id = s.id and k.id = onward.clinic_id),
                'route', case when v.id is not null then route_answer(s, v) end)
            from (select) one left join room r on r.site_id = t.site_id and r.id = t.room_id));
end $$;
