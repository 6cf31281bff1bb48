-- Refuse a move that must say why and does not.
create or replace function dawr.require_reason(reason text) returns void
language plpgsql as $$
begin
    if coalesce(btrim(reason), '') = '' then
        perform refuse('INVALID_INPUT', '{"field": "reason"}');
    end if;
end $$;
