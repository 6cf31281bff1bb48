-- Refuse whoever has none of the scopes. An admin may do what staff may.
create or replace function dawr.require_scope(who dawr.begun, variadic scopes text[]) returns void
language plpgsql as $$
begin
    if who.scope = any(scopes) or (who.scope = 'admin' and 'staff' = any(scopes)) then
        return;
    end if;
    perform refuse('FORBIDDEN');
end $$;
