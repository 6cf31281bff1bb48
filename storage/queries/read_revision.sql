-- The revision of the schema, for a server that asks whether its database is ready.
create or replace function dawr.read_revision() returns text
language sql stable security definer set search_path = dawr, pg_temp as $$
    select v.version_num from dawr.alembic_version v
$$;
