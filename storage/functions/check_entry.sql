-- Refuse whoever is not staff what only staff may: a closed or paused clinic, one for the other gender.
create or replace function dawr.check_entry(s dawr.site, c dawr.clinic, gender text) returns void
language plpgsql stable as $$
declare
    standing clinic_standing := clinic_state(s, c, dawr.now());
begin
    if standing.state = 'PAUSED' then
        perform refuse('CLINIC_PAUSED', jsonb_build_object(
            'clinic', c.code, 'reason', standing.reason, 'until', standing.until));
    elsif standing.state = 'CLOSED' then
        perform refuse('CLINIC_CLOSED', jsonb_build_object('clinic', c.code, 'until', standing.until));
    elsif c.gender <> 'any' and gender is not null and gender <> c.gender then
        perform refuse('CLINIC_OTHER_GENDER', jsonb_build_object('clinic', c.code, 'gender', c.gender));
    end if;
end $$;
