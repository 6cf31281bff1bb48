-- Lock the booking of a code; a cancelled one is not there. One whose ticket was cancelled is as it was before.
create or replace function dawr.take_booking(site int, wanted text) returns dawr.booking
language plpgsql as $$
declare
    b booking;
begin
    select * into b from booking x where x.site_id = site and x.code = upper(wanted) and x.state <> 'cancelled'
    for update;
    if not found then
        perform refuse('NOT_FOUND');
    end if;
    return b;
end $$;
