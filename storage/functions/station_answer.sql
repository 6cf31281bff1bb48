-- A station as administrators and it itself hear of it.
create or replace function dawr.station_answer(s dawr.site, t dawr.token) returns jsonb
language sql stable as $$
    select jsonb_build_object('name', t.name, 'kind', t.scope, 'site', s.code, 'clinics', to_jsonb(t.clinics))
$$;
