-- How many wait in a clinic: none when its day has passed and nobody stays, though nothing has turned it yet.
create or replace function dawr.waiting_now(s dawr.site, h dawr.head) returns int
language sql stable as $$
    select case when h.service_day >= d.today or dawr.stays_over(s, h.clinic_id, h.service_day, d.today)
                then h.waiting else 0 end
    from (select dawr.service_day(s, dawr.now()) as today) d
$$;
