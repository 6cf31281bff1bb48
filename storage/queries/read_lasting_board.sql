-- The board, with the instant at which time alone may change it, for a server that keeps its answers.
--
-- `at` is taken before anything is looked at: a change between the two is then already past, and nothing is kept.
create or replace function dawr.read_lasting_board(codes text[] default null) returns jsonb
language plpgsql stable security definer set search_path = dawr, pg_temp as $$
declare
    at timestamptz := dawr.now();
begin
    return read_board(codes) || jsonb_build_object('ends_at', (
        select extract(epoch from min(changes_at(s, c, at)))
        from my_site m
        join site s on s.id = m.id
        join clinic c on c.site_id = s.id
        where codes is null or c.code = any(codes)));
end $$;
