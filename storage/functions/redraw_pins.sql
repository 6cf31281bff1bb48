-- Draw today's PINs anew, with as many digits as the site asks for by now, and tell the staff of each clinic that has
-- one. None of another length is left for a clinic that asks again, or for a day whose turn is put off.
create or replace function dawr.redraw_pins(press dawr.press, who dawr.begun, s dawr.site) returns void
language plpgsql as $$
declare
    today date := service_day(s, dawr.now());
    clinic int;
begin
    perform lock_pins(s.id);
    delete from pin p where p.site_id = s.id and p.service_day >= today;
    perform draw_pins(s, today);
    for clinic in select c.id from clinic c where c.site_id = s.id and c.pin_required order by c.id loop
        perform announce_pin(press, who, clinic);
    end loop;
end $$;
