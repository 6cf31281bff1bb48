-- 122 random bits that fit into an address.
create or replace function dawr.random_token() returns text
language sql volatile as $$
    select rtrim(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/', '-_'), '=')
$$;
