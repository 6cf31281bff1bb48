set local search_path = dawr, pg_temp;

-- A station's credential is a token of its own kind; a display's opens only what is public.
alter table token drop constraint token_scope_check;
alter table token add check (scope in ('kiosk', 'staff', 'admin', 'display')),
    add column clinics text[],
    add column is_station boolean not null default false;

-- A new station that asks to be let in: it shows the code, an administrator approves it, and it is told its token once.
-- Its secret is kept as a hash. The approved one's token is in the table already, with a hash that nobody has the token of.
create table pairing (
    site_id int not null references site,
    code text not null check (code ~ '^[AC-HJ-NP-RT-Y34679]{7}$'),
    secret_hash bytea not null check (length(secret_hash) = 32),
    kind text not null check (kind in ('kiosk', 'staff', 'display')),
    name text check (length(name) between 1 and 60),
    address text check (length(address) between 1 and 100),
    made_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    approved_at timestamptz,
    told_at timestamptz check (told_at >= approved_at),
    clinics text[] check (cardinality(clinics) > 0),
    primary key (site_id, code),
    check (approved_at is not null or told_at is null)
);
create index pairing_age on pairing (site_id, expires_at);
