-- Lock several heads in the order of their ids, so that two moves over two clinics never wait for each other;
-- turns those whose day has passed.
create or replace function dawr.lock_heads(s dawr.site, variadic clinics int[]) returns void
language plpgsql as $$
declare
    clinic int;
begin
    for clinic in select distinct c from unnest(clinics) c where c is not null order by c loop
        perform lock_head(s, clinic);
    end loop;
end $$;
