-- Count one more request of a subject, an address or a station, unless it has made so many within the span. Servers only.
create or replace function dawr.count_request(
    subject text, at_most int, span_s int default 60,
    out allowed boolean, out remaining int, out reset_s int, out retry_after_s int)
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    site int := server_site();
begin
    select c.* into allowed, remaining, reset_s, retry_after_s
    from count_rate(site, subject, at_most, make_interval(secs => span_s)) c;
end $$;
