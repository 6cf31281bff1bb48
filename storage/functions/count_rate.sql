-- Count one more hit of a subject, unless that makes it more than so many in any span of that length; who is refused
-- is not counted. Exact up to 60; above, hits within a sixtieth of the span count as if all came with its end, so that
-- a row stays small and never too many pass.
--
-- The subject's row is locked until the transaction ends: of two at once the second sees the first. `reset_s` is when the
-- oldest hit no longer counts, `retry_after_s` when one more would be let in (null when this one was).
create or replace function dawr.count_rate(
    site int, subject text, at_most int, span interval,
    out allowed boolean, out remaining int, out reset_s int, out retry_after_s int)
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

    allowed := total < at_most;
    if allowed then
        if n > 0 and at < r.times[n] + grain then
            r.counts[n] := r.counts[n] + 1;
        else
            r.times := r.times || at;
            r.counts := r.counts || 1;
            n := n + 1;
        end if;
        update rate x set times = r.times, counts = r.counts, until = greatest(r.times[n], at) + lasts
        where x.site_id = site and x.subject = count_rate.subject;
        total := total + 1;
    else
        first := 0;
        loop
            first := first + 1;
            total := total - r.counts[first];
            exit when total < at_most or first >= n;
        end loop;
        retry_after_s := ceil(extract(epoch from r.times[first] + lasts - at));
        total := at_most;
    end if;
    remaining := at_most - total;
    reset_s := ceil(extract(epoch from r.times[1] + lasts - at));
end $$;
