-- Whether a clinic is OPEN, CLOSED or PAUSED at an instant, why, and until when (null: not known or never).
create or replace function dawr.clinic_state(s dawr.site, c dawr.clinic, at timestamptz)
returns dawr.clinic_standing
language plpgsql stable as $$
declare
    closes timestamptz;
    opens timestamptz;
begin
    if c.paused and (c.paused_until is null or c.paused_until > at) then
        return row('PAUSED', c.paused_reason, c.paused_until)::clinic_standing;
    end if;
    if not exists (select from clinic_hours w where w.site_id = c.site_id and w.clinic_id = c.id) then
        return row('OPEN', null, null)::clinic_standing;
    end if;
    select max(p.till) filter (where p.since <= at and p.till > at), min(p.since) filter (where p.since > at)
    into closes, opens
    from opening_periods(s, c.id, at) p;
    if closes is not null then
        return row('OPEN', null, closes)::clinic_standing;
    end if;
    return row('CLOSED', null, opens)::clinic_standing;
end $$;
