-- The mean wait of who would join a clinic's line now, in seconds; null while nothing is known. The same as
-- expected_wait() of domain/waits.py, where the formula is explained; a test holds the two together.
create or replace function dawr.expected_wait_s(c dawr.clinic, h dawr.head, ahead int) returns double precision
language plpgsql stable as $$
declare
    expected double precision := coalesce(extract(epoch from c.expected_service)::double precision, 0);
    prior double precision := case when expected > 0 then 5 else 0 end;
    weight double precision := h.service_weight;
    known double precision := prior + weight;
    desks int := coalesce(case when h.desks_at > dawr.now() - interval '30 minutes' then h.desks end, c.capacity);
    departures int := ahead + 1 - (desks - least(h.in_service, desks));
    own double precision := case when weight > 0 then h.service_sum / weight else 0 end;
    spread double precision := case when weight > 0 then greatest(0, h.service_squares / weight - own * own) else 0 end;
    mean double precision;
    variance double precision;
begin
    if known <= 0 or desks < 1 then
        return null;
    end if;
    mean := (prior * expected + weight * own) / known;
    if mean <= 0 then
        return null;
    elsif departures <= 0 then
        return 0;
    end if;
    variance := (prior * ((0.6::double precision * expected) ^ 2 + (expected - mean) ^ 2)
                 + weight * (spread + (own - mean) ^ 2)) / known;
    return ((departures - 1) + (1 + variance / mean ^ 2) / 2) * mean / desks;
end $$;
