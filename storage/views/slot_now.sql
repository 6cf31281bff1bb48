-- Each slot with what it is at this instant, by itself: FREE, HELD or BOOKED; slot_status() also looks at what overlaps
-- it. A hold is over at the very instant it expires.
create or replace view dawr.slot_now as
select x as slot, x.site_id, x.id, x.clinic_id, x.starts_at, x.ends_at,
       case
           when exists (select from dawr.booking b
                        where b.site_id = x.site_id and b.slot_id = x.id and b.state <> 'cancelled') then 'BOOKED'
           when exists (select from dawr.slot_hold h where h.site_id = x.site_id and h.slot_id = x.id
                        and h.ended_at is null and h.expires_at > dawr.now()) then 'HELD'
           else 'FREE' end as status
from dawr.slot x;
