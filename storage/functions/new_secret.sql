-- A random text of so many halves of 122 bits each: one is as a ticket's token, two are as a token of the API.
create or replace function dawr.new_secret(halves int) returns text
language plpgsql volatile as $$
declare
    dice bytea := '';
begin
    for each in 1 .. halves loop
        dice := dice || uuid_send(gen_random_uuid());
    end loop;
    return rtrim(translate(encode(dice, 'base64'), '+/', '-_'), '=');
end $$;
