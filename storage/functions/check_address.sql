-- Refuse a fourth hold at once from one address; null is not counted.
create or replace function dawr.check_address(site int, from_address text) returns void
language plpgsql as $$
declare
    live int;
    first timestamptz;
    wait_s int;
begin
    select count(*)::int, min(h.expires_at) into live, first from slot_hold h
    where h.site_id = site and h.address = from_address and h.ended_at is null and h.expires_at > dawr.now();
    if live >= 3 then
        wait_s := greatest(1, ceil(extract(epoch from first - dawr.now())));
        perform refuse('RATE_LIMITED', jsonb_build_object(
            'retry_after_s', wait_s, 'limit', 3, 'remaining', 0, 'reset_s', wait_s));
    end if;
end $$;
