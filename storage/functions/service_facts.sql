-- What domain/waits.py needs of a clinic: desks that called somebody within the half hour, else null.
create or replace function dawr.service_facts(c dawr.clinic, h dawr.head) returns jsonb
language plpgsql stable as $$
begin
    return (select jsonb_build_object(
    'expected_s', extract(epoch from c.expected_service), 'capacity', c.capacity,
    'desks', case when h.desks_at > dawr.now() - interval '30 minutes' then h.desks end,
    'weight', h.service_weight, 'sum_s', h.service_sum, 'square_s2', h.service_squares));
end $$;
