-- A slot as everybody may see it.
create or replace function dawr.slot_answer(x dawr.slot, status text) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'id', x.id, 'clinic', c.code, 'starts_at', x.starts_at, 'ends_at', x.ends_at, 'status', status)
    from clinic c where c.site_id = x.site_id and c.id = x.clinic_id
$$;
