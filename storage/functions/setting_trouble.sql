-- What is wrong with a wish for a setting, in words that name the bounds and the value; null when nothing is.
create or replace function dawr.setting_trouble(wanted text, value jsonb) returns text
language plpgsql stable as $$
declare
    k record;
    told text := left(value::text, 40);
begin
    select * into k from known_settings() x where x.name = wanted;
    if not found then
        return 'there is no such setting; there are ' || (select string_agg(x.name, ', ') from known_settings() x);
    elsif k.optional and value = 'null' then
        return null;
    elsif k.kind = 'boolean' then
        return case when jsonb_typeof(value) <> 'boolean' then format('true or false, not %s', told) end;
    elsif k.kind = 'time' then
        return case when jsonb_typeof(value) <> 'string' or value #>> '{}' !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
            then format('a time from 00:00 to 23:59, not %s', told) end;
    elsif jsonb_typeof(value) <> 'number' or trunc(value::text::numeric) <> value::text::numeric
          or value::text::numeric not between k.low and k.high then
        return format('a whole number from %s to %s (%s)%s, not %s', k.low, k.high, k.unit,
                      case when k.optional then ' or null' else '' end, told);
    end if;
    return null;
end $$;
