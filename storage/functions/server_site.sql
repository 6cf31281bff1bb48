-- The site of a server's login; nobody else may do what only servers do.
create or replace function dawr.server_site() returns int
language plpgsql stable as $$
declare
    site int;
begin
    select l.site_id into site from login l where l.role_name = session_user and l.kind = 'server';
    if not found then
        perform refuse('FORBIDDEN');
    end if;
    return site;
end $$;
