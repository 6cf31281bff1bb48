-- Draw the PIN of each clinic that asks for one and has none yet on a day. On all but the first call of a day it only looks.
create or replace function dawr.draw_pins(s dawr.site, day date) returns void
language plpgsql as $$
declare
    clinic int;
begin
    if (select count(*) from pin p join clinic c on c.site_id = p.site_id and c.id = p.clinic_id and c.pin_required
        where p.site_id = s.id and p.service_day = day)
       = (select count(*) from clinic c where c.site_id = s.id and c.pin_required) then
        return;
    end if;
    perform lock_pins(s.id);
    for clinic in
        select c.id from clinic c
        where c.site_id = s.id and c.pin_required
          and not exists (select from pin p where p.site_id = s.id and p.clinic_id = c.id and p.service_day = day)
        order by c.id
    loop
        insert into pin (site_id, clinic_id, service_day, code, drawn_at)
        values (s.id, clinic, day, free_pin(s, day), dawr.now());
    end loop;
    delete from pin p where p.site_id = s.id and p.service_day < day - 7;
end $$;
