-- A booking's code that the site has not given yet: eight letters of 32, without those taken for one another.
create or replace function dawr.draw_code(site int) returns text
language plpgsql as $$
declare
    letters text := 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
    dice bytea;
    drawn text;
begin
    loop
        dice := uuid_send(gen_random_uuid());
        -- bytes 6 and 8 are not all dice
        select string_agg(substr(letters, get_byte(dice, place) % 32 + 1, 1), '') into drawn
        from unnest('{0,1,2,3,4,5,9,10}'::int[]) as place;
        exit when not exists (select from booking b where b.site_id = site and b.code = drawn);
    end loop;
    return drawn;
end $$;
