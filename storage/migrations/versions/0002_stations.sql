set local search_path = dawr, pg_temp;

-- A station's credential is a token of its own kind; a display's opens only what is public.
alter table token drop constraint token_scope_check;
alter table token add check (scope in ('kiosk', 'staff', 'admin', 'display')),
    add column clinics text[],
    add column is_station boolean not null default false;

-- A new station that asks to be let in: it shows the code, an administrator approves it, and it is told its token once.
create table pairing (
    site_id int not null references site,
    code text not null check (code ~ '^[A-Z2-9]{7}$'),
    secret_hash bytea not null,
    kind text not null check (kind in ('kiosk', 'staff', 'display')),
    name text check (length(name) between 1 and 60),
    made_at timestamptz not null,
    expires_at timestamptz not null,
    approved_at timestamptz,
    told_at timestamptz,
    clinics text[],
    primary key (site_id, code)
);
create index pairing_age on pairing (expires_at);
