set local search_path = dawr, pg_temp;

-- Where notices are sent: an address of the clinic's own choice, signed with a secret it shares with us.
create table webhook (
    site_id int not null references site,
    id int generated always as identity,
    name text not null check (length(name) between 1 and 60),
    url text not null check (url ~ '^https?://' and length(url) <= 2000),
    secret text not null,
    kinds text[] not null default '{}',
    created_at timestamptz not null,
    failing_since timestamptz,
    off_at timestamptz,
    off_reason text,
    primary key (site_id, id),
    unique (site_id, name)
);

-- How far each clinic's events have become notices; moves on in the transaction that writes them.
create table outbox_cursor (
    site_id int not null references site,
    clinic_id int not null,
    position bigint not null,
    primary key (site_id, clinic_id)
);

-- A notice to be delivered to a web-hook, at least once; `id` lets the receiver drop repeats.
create table outbox (
    site_id int not null,
    id uuid not null default gen_random_uuid(),
    webhook_id int not null,
    ticket_id bigint,
    kind text not null,
    payload jsonb not null,
    made_at timestamptz not null,
    tries smallint not null default 0,
    next_try_at timestamptz,
    delivered_at timestamptz,
    dead_at timestamptz,
    last_error text,
    primary key (site_id, id),
    foreign key (site_id, webhook_id) references webhook on delete cascade
);
create index outbox_due on outbox (site_id, next_try_at) where next_try_at is not null;
create index outbox_age on outbox (site_id, made_at);
