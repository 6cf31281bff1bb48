-- A batch of what time does to the outbox: what could not be delivered in its day is dead, what is older than a week (or
-- than the site keeps personal data) is deleted. Answers how many rows it touched.
create or replace function dawr.sweep_outbox(at_most int default 500) returns int
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    s site;
    swept int;
    count int;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind = 'server'
    where l.role_name = session_user;
    with late as (
        select o.id from outbox o
        where o.site_id = s.id and o.next_try_at is not null and o.give_up_at <= dawr.now() and o.next_try_at <= dawr.now()
        order by o.give_up_at limit at_most for update skip locked)
    update outbox o set dead_at = dawr.now(), next_try_at = null,
                        last_error = coalesce(o.last_error, 'it was not sent within a day')
    from late where o.site_id = s.id and o.id = late.id;
    get diagnostics swept = row_count;
    with old as (
        select o.id from outbox o
        where o.site_id = s.id and o.next_try_at is null
          and o.made_at < dawr.now() - least(s.personal_data_kept, interval '7 days')
        order by o.made_at limit at_most for update skip locked)
    delete from outbox o using old where o.site_id = s.id and o.id = old.id;
    get diagnostics count = row_count;
    return swept + count;
end $$;
