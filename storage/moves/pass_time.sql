-- What time alone changes in one clinic: the day turns, hours open and close it, pauses end, holds of slots
-- expire, the missing become no-shows where the site says so. Each is appended once, by whichever server's check comes first.
create or replace function dawr.pass_time(clinic int) returns bigint
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    nobody begun;
    quiet press;
    s site;
    c clinic;
    h head;
    t ticket;
begin
    select x.* into s from site x join login l on l.site_id = x.id where l.role_name = session_user;
    select * into c from clinic x where x.site_id = s.id and x.id = pass_time.clinic;
    if c.paused and c.paused_until <= dawr.now() then
        update clinic x set paused = false, paused_reason = null, paused_until = null
        where x.site_id = c.site_id and x.id = c.id and x.paused_until <= dawr.now();
    end if;
    if expire_holds(s.id, pass_time.clinic, null, null) > 0 then  -- before any head is held
        perform write_slot_event(quiet, nobody, s, pass_time.clinic, 'HOLD_EXPIRED', null);
    end if;
    for t in select * from late_tickets(s, pass_time.clinic) loop
        perform miss_ticket(quiet, nobody, t, 'grace');
    end loop;
    h := lock_head(s, pass_time.clinic);
    if h.clinic_id > 0 and has_dead(h) then
        h.moved_at := greatest(dawr.now(), h.moved_at);
        h := expire_dead(h);
        update head x set waiting = h.waiting, held = h.held, moved_at = h.moved_at, position = h.position
        where x.site_id = s.id and x.clinic_id = h.clinic_id;
    end if;
    if c.id is not null then
        select * into c from clinic x where x.site_id = s.id and x.id = pass_time.clinic;
        if h.announced_state is distinct from (clinic_state(s, c, dawr.now())).state then
            perform announce_state(quiet, nobody, c);
        end if;
    end if;
    select x.* into h from head x where x.site_id = s.id and x.clinic_id = pass_time.clinic;
    return h.position;
end $$;
