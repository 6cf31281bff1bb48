-- Let the station in that shows this code, under a name; null when no such code waits.
--
-- Its token is in the table from now on, so that its name is taken, but nobody has the token of that hash: tell_token()
-- makes the one that is told.
create or replace function dawr.let_in(
    who dawr.begun, code text, name text, clinics text[], correlation text default null)
returns jsonb
language plpgsql as $$
#variable_conflict use_column
declare
    s site;
    p pairing;
    t token;
    h head;
    at timestamptz := dawr.now();
    served text[];
begin
    select * into s from site x where x.id = who.site_id;
    select array_agg(distinct (find_clinic(s.id, c)).code) into served from unnest(let_in.clinics) c;
    if coalesce(length(btrim(let_in.name)), 0) not between 1 and 60 then
        perform refuse('INVALID_INPUT', '{"field": "name"}');
    end if;
    select * into p from pairing x
    where x.site_id = s.id and x.code = upper(let_in.code) and x.approved_at is null and x.expires_at > at
    for update;
    if not found then
        return null;
    end if;
    insert into token as x (site_id, name, scope, hash, created_at, clinics, is_station)
    values (s.id, let_in.name, p.kind, sha256(convert_to(new_secret(2), 'utf8')), at, served, true)
    on conflict (site_id, name) do update set
        scope = excluded.scope, hash = excluded.hash, created_at = excluded.created_at, revoked_at = null,
        clinics = excluded.clinics, is_station = true
    where x.revoked_at is not null
    returning x.* into t;
    if not found then
        perform refuse('INVALID_INPUT', jsonb_build_object('errors', jsonb_build_array(jsonb_build_object(
            'loc', '["body", "name"]'::jsonb, 'msg', 'another token or station has this name'))));
    end if;
    update pairing x set approved_at = at, name = t.name, clinics = served, expires_at = at + interval '10 minutes'
    where x.site_id = s.id and x.code = p.code;

    update head x set position = x.position + 1, moved_at = greatest(at, x.moved_at)
    where x.site_id = s.id and x.clinic_id = 0
    returning x.* into h;
    perform write_clinic_event(h, 'STATION_APPROVED', who, null, correlation,
                               jsonb_build_object('name', t.name, 'kind', t.scope, 'clinics', to_jsonb(served)));
    return station_answer(s, t);
end $$;
