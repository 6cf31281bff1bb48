-- A code for a station's screen that is not in use: seven characters, none of which looks like another.
create or replace function dawr.new_pairing_code(site int) returns text
language plpgsql volatile as $$
declare
    letters constant text := 'ACDEFGHJKLMNPQRTUVWXY34679';
    dice bytea;
    chosen text;
begin
    loop
        dice := uuid_send(gen_random_uuid());
        select string_agg(substr(letters, 1 + get_byte(dice, n) % length(letters), 1), '') into chosen
        from unnest('{0,1,2,3,4,5,9}'::int[]) n;
        exit when not exists (select from pairing p where p.site_id = site and p.code = chosen);
    end loop;
    return chosen;
end $$;
