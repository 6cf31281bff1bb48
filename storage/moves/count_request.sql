-- Count so many more requests of a subject, an address or a station, as far as it may make them within the span. Servers only.
create or replace function dawr.count_request(
    subject text, at_most int, span_s int default 60, hits int default 1,
    out granted int, out remaining int, out reset_s int, out retry_after_s int)
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    site int := server_site();
begin
    select c.* into granted, remaining, reset_s, retry_after_s
    from count_rate(site, subject, at_most, make_interval(secs => span_s), hits) c;
end $$;
