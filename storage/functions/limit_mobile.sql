-- Refuse a mobile number that has drawn as many tickets within the hour as the site allows; 0 allows any number.
create or replace function dawr.limit_mobile(site int, mobile text, at_most int) returns void
language plpgsql as $$
declare
    counted record;
begin
    if mobile is null or at_most = 0 then
        return;
    end if;
    counted := count_rate(site, 'mobile ' || mobile, at_most, interval '1 hour', 1);
    if counted.granted = 0 then
        perform refuse('RATE_LIMITED', jsonb_build_object(
            'limit', at_most, 'remaining', 0, 'reset_s', counted.reset_s, 'retry_after_s', counted.retry_after_s));
    end if;
end $$;
