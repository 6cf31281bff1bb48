-- Lock a clinic's head and, when the service day has turned meanwhile, turn it: the first press after the
-- boundary finds the new day even if nothing ran at that hour. The stored day never goes back.
create or replace function dawr.lock_head(s dawr.site, clinic int) returns dawr.head
language plpgsql as $$
declare
    h head;
begin
    select * into h from head x where x.site_id = s.id and x.clinic_id = clinic for update;
    if h.service_day < service_day(s, dawr.now()) then
        h := turn_day(s, h);
    end if;
    return h;
end $$;
