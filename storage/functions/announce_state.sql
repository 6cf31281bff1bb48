-- Append the event of a clinic's standing under its head's lock, unless just that was announced before.
create or replace function dawr.announce_state(
    press dawr.press, who dawr.begun, c dawr.clinic, why text default null)
returns jsonb
language plpgsql as $$
declare
    s site;
    h head;
    standing clinic_standing;
begin
    select * into s from site x where x.id = c.site_id;
    h := lock_head(s, c.id);
    standing := clinic_state(s, c, dawr.now());
    if standing.state <> 'PAUSED' and h.announced_state = standing.state then
        return jsonb_build_object('clinic', c.code, 'state', standing.state, 'position', h.position,
                                  'reason', standing.reason, 'until', standing.until);
    end if;
    update head x set announced_state = standing.state, position = x.position + 1,
                      moved_at = greatest(dawr.now(), x.moved_at)
    where x.site_id = c.site_id and x.clinic_id = c.id
    returning x.* into h;
    perform write_clinic_event(
        h, case standing.state when 'OPEN' then 'CLINIC_OPENED' else 'CLINIC_' || standing.state end,
        who, why, press.correlation,
        jsonb_build_object('state', standing.state, 'reason', standing.reason, 'until', standing.until));
    return jsonb_build_object('clinic', c.code, 'state', standing.state, 'position', h.position,
                              'reason', standing.reason, 'until', standing.until);
end $$;
