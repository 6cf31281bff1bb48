-- A station comes back with its code and secret: PENDING, or once its token. Null for whatever else, so that nobody
-- learns whether the code is there. Of two that come at once one is told; the other finds it gone.
create or replace function dawr.tell_token(code text, secret text) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    s site;
    p pairing;
    t token;
    told text := new_secret(2);
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind = 'server'
    where l.role_name = session_user;
    select * into p from pairing x
    where x.site_id = s.id and x.code = upper(tell_token.code) and x.told_at is null and x.expires_at > dawr.now()
      and x.secret_hash = sha256(convert_to(tell_token.secret, 'utf8'))
    for update;
    if not found then
        return null;
    elsif p.approved_at is null then
        return jsonb_build_object('status', 'PENDING', 'expires_at', p.expires_at);
    end if;
    update pairing x set told_at = greatest(dawr.now(), p.approved_at) where x.site_id = s.id and x.code = p.code;
    update token x set hash = sha256(convert_to(told, 'utf8'))
    where x.site_id = s.id and x.name = p.name and x.is_station and x.revoked_at is null
      and x.created_at = p.approved_at
    returning x.* into t;
    if not found then
        return null;
    end if;
    return station_answer(s, t) || jsonb_build_object('status', 'APPROVED', 'token', told);
end $$;
