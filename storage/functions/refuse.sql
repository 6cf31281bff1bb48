-- Refuse a move: nothing of it stays. The code and the facts become a refusal of domain/errors.py.
create or replace function dawr.refuse(code text, facts jsonb default '{}') returns void
language plpgsql as $$
begin
    raise exception using errcode = 'DW001', message = code, detail = facts::text;
end $$;
