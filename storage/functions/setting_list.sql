-- Every setting of a site by name: its type and bounds, what it is at first, and what it is now.
create or replace function dawr.setting_list(s dawr.site) returns jsonb
language sql stable as $$
    select jsonb_object_agg(k.name, jsonb_build_object(
        'type', k.kind, 'unit', k.unit, 'minimum', k.low, 'maximum', k.high, 'optional', k.optional,
        'default', k.initial, 'value', v.settings -> k.name) order by k.name)
    from dawr.known_settings() k cross join (select dawr.setting_values(s) as settings) v
$$;
