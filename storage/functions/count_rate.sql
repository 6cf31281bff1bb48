-- Count so many more hits of a subject, as far as they make it no more than it may in any span of that length; what is
-- not granted is not counted. Exact up to 60; above, hits within a sixtieth of the span count as if all came with its end, so that
-- a row stays small and never too many pass.
--
-- The subject's row is locked until the transaction ends: of two at once the second sees the first. `reset_s` is when the
-- oldest hit no longer counts, `retry_after_s` when one more would be granted (null when all were).
create or replace function dawr.count_rate(
    site int, subject text, at_most int, span interval, hits int,
    out granted int, out remaining int, out reset_s int, out retry_after_s int)
language plpgsql as $$
declare
    r rate;
    at timestamptz;
    grain interval := case when at_most <= 60 then interval '0' else span / 60 end;
    lasts interval := span + grain;
    first int := 1;
    total int := 0;
    n int;
begin
    select * into r from rate x where x.site_id = site and x.subject = count_rate.subject for update;
    if not found then
        insert into rate as x (site_id, subject, times, counts, until) values (site, count_rate.subject, '{}', '{}', '-infinity')
        on conflict on constraint rate_pkey do update set until = x.until
        returning * into r;
    end if;
    at := dawr.now();
    n := cardinality(r.times);
    while first <= n and r.times[first] + lasts <= at loop
        first := first + 1;
    end loop;
    if first > n or r.times[n] > at + span then  -- the second: the clock was put back
        r.times := '{}';
        r.counts := '{}';
    elsif first > 1 then
        r.times := r.times[first:];
        r.counts := r.counts[first:];
    end if;
    n := cardinality(r.times);
    for i in 1 .. n loop
        total := total + r.counts[i];
    end loop;

    granted := greatest(0, least(hits, at_most - total));
    if granted > 0 then
        if n > 0 and at < r.times[n] + grain then
            r.counts[n] := r.counts[n] + granted;
        else
            r.times := r.times || at;
            r.counts := r.counts || granted;
            n := n + 1;
        end if;
        update rate x set times = r.times, counts = r.counts, until = greatest(r.times[n], at) + lasts
        where x.site_id = site and x.subject = count_rate.subject;
        total := total + granted;
    end if;
    remaining := greatest(0, at_most - total);
    if granted < hits then
        first := 0;
        loop
            first := first + 1;
            total := total - r.counts[first];
            exit when total < at_most or first >= n;
        end loop;
        retry_after_s := ceil(extract(epoch from r.times[first] + lasts - at));
    end if;
    reset_s := ceil(extract(epoch from r.times[1] + lasts - at));
end $$;
