-- A code that no clinic of the site has on a day, each as likely as any other; the PINs are held by the caller. It has
-- as many digits as the site asks for once they are held, whatever the caller read before.
--
-- The dice are 32 of a random UUID's bits, which come from the system's strong source; random() could be foretold.
create or replace function dawr.free_pin(s dawr.site, day date) returns text
language plpgsql volatile as $$
declare
    digits int := (select x.pin_digits from site x where x.id = s.id);
    dice bigint := ('x' || left(gen_random_uuid()::text, 8))::bit(32)::bigint;
begin
    return (
        select f.code from (
            select n.code, count(*) over () as codes, row_number() over (order by n.code) as place
            from (select lpad(x::text, digits, '0') as code
                  from generate_series(0, (10 ^ digits)::int - 1) x) n
            where not exists (select from pin p where p.site_id = s.id and p.service_day = day and p.code = n.code)) f
        where f.place = dice % f.codes + 1);
end $$;
