-- Call the patient who comes next in the desk's work profile: one ticket row locked, N desks get N patients.
--
-- The row is claimed with SKIP LOCKED, so a desk on two clinics never hides a patient from a desk on one; the
-- heads are locked last and briefly. A full room ends the one in hand first, in the same move, where the site
-- says so, and on a
-- route draws that patient's next ticket. Null when nobody is free to be called, and then nothing is changed.
-- Refusals: CLINIC_NOT_FOUND, ROOM_NOT_FOUND, TICKET_IN_HAND, FORBIDDEN.
create or replace function dawr.call_next(
    press dawr.press, clinics text[], credits int[] default null, room text default null,
    practitioner text default null)
returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    who begun := begin_move(press);
    s site;
    r room;
    ended ticket;
    free smallint;
    served int[];
    due int;
    was ticket;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    select * into s from site x where x.id = who.site_id;
    select array_agg((find_clinic(s.id, code)).id order by ord) into served
    from unnest(clinics) with ordinality as p(code, ord);
    if call_next.room is not null then
        r := lock_room(s.id, call_next.room);
        ended := ticket_to_end(who, s, r);
        free := coalesce(ended.place, free_place(r));
    end if;
    perform turn_stale(s, served || ended.clinic_id);

    loop
        was := claim(s.id, served, credits, practitioner);
        if was.id is null then
            exit;
        end if;
        if ended.id is not null and ended.state <> 'done' then
            due := stop_after(s, ended);
            perform lock_heads(s, was.clinic_id, ended.clinic_id, due);
            perform finish_ticket(press, who, ended);
            perform go_on(press, who, s, ended, due);
            ended.state := 'done';
        end if;
        h := step(was, 'called', if_alive => true, at_work => desks_at_work(
            s.id, was.clinic_id, coalesce(r.name, who.actor, '')));
        if h.position is not null then
            return end_move(press, who, call_ticket(press, who, was, h, r, free, ended));
        end if;
        perform expire_ticket(press, was);
    end loop;
    if ended.state = 'done' then
        perform refuse('NO_PATIENTS_WAITING');
    end if;
    return null;
end $$;
