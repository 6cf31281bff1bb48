set local search_path = dawr, pg_temp;

-- Where letters about a ticket go: the mobile given for it, not one that anybody may have said of its patient before.
alter table ticket add column mobile text;
drop index ticket_personal;
create index ticket_personal on ticket (site_id, issued_at)
    where patient_id is not null or visit_id is not null or note is not null or reason is not null
       or encounter_ref is not null or appointment_ref is not null or mobile is not null;

-- Where notices are sent: an address of the clinic's own choice, signed with a secret it shares with us. No kinds means
-- every kind. `failures` are those in a row; until `rests_until` nothing is sent there.
create table webhook (
    site_id int not null references site,
    id int generated always as identity,
    name text not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
    url text not null check (url ~ '^https?://' and length(url) <= 2000),
    secret text not null,
    kinds text[] not null default '{}' check (kinds <@ '{YOUR_TURN,NEXT_IN_LINE,NEAR_TURN,ALMOST_READY,IN_SERVICE,COMPLETED,NEXT_CLINIC}'),
    created_at timestamptz not null,
    failures int not null default 0 check (failures >= 0),
    failing_since timestamptz,
    rests_until timestamptz,
    off_at timestamptz,
    off_reason text,
    primary key (site_id, id),
    unique (site_id, name),
    check ((off_at is null) = (off_reason is null)),
    check ((failures = 0) = (failing_since is null))
);

-- How far each clinic's events have become notices; moves on in the transaction that writes them.
create table outbox_cursor (
    site_id int not null references site,
    clinic_id int not null,
    position bigint not null check (position >= 0),
    primary key (site_id, clinic_id)
);

-- A notice to be delivered to a web-hook, at least once; `id` lets the receiver drop repeats. It is due at next_try_at
-- until it is delivered or dead, and dead at the latest at give_up_at; claiming it moves next_try_at past the lease.
create table outbox (
    site_id int not null,
    id uuid not null default gen_random_uuid(),
    webhook_id int not null,
    ticket_id bigint,
    kind text not null,
    clinic_id int not null,
    event_position bigint,
    payload jsonb not null,
    made_at timestamptz not null,
    give_up_at timestamptz not null,
    tries smallint not null default 0 check (tries >= 0),
    next_try_at timestamptz,
    delivered_at timestamptz,
    dead_at timestamptz,
    last_error text,
    primary key (site_id, id),
    foreign key (site_id, webhook_id) references webhook on delete cascade,
    check (num_nonnulls(next_try_at, delivered_at, dead_at) = 1)
);
create index outbox_due on outbox (site_id, webhook_id, next_try_at) where next_try_at is not null;
create index outbox_give_up on outbox (site_id, give_up_at) where next_try_at is not null;
create index outbox_dead on outbox (site_id, webhook_id, dead_at) where dead_at is not null;
create index outbox_age on outbox (site_id, made_at);
-- An event becomes one notice for each web-hook, and a ticket comes near once.
create unique index outbox_event on outbox (site_id, webhook_id, clinic_id, event_position)
    where event_position is not null;
create unique index outbox_nearing on outbox (site_id, webhook_id, ticket_id, kind) where event_position is null;
