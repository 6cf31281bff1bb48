-- Refuse PINs in more clinics of a site than half its codes: a guess must stay a guess. Two who change it at once
-- do it one after the other.
create or replace function dawr.keep_pins_few() returns trigger
language plpgsql set search_path = dawr, pg_temp as $$
declare
    site int := case tg_table_name when 'site' then (to_jsonb(new) ->> 'id')::int
                else (to_jsonb(new) ->> 'site_id')::int end;
begin
    perform lock_pins(site);
    if (select count(*) from clinic c where c.site_id = site and c.pin_required)
       > (select 10 ^ x.pin_digits / 2 from site x where x.id = site) then
        perform refuse('INVALID_INPUT', '{"field": "pin_digits"}');
    end if;
    return null;
end $$;

create or replace trigger keep_pins_few after insert or update of pin_required on dawr.clinic
for each row when (new.pin_required) execute function dawr.keep_pins_few();

create or replace trigger keep_pins_few after update of pin_digits on dawr.site
for each row execute function dawr.keep_pins_few();
