set local search_path = dawr, pg_temp;

-- A clinic's PIN of a service day: unique among the site's clinics that day. Drawn when first asked for.
alter table site add column pin_digits smallint not null default 2 check (pin_digits between 2 and 4);

create table pin (
    site_id int not null,
    clinic_id int not null,
    service_day date not null,
    code text not null check (code ~ '^[0-9]{2,4}$'),
    drawn_at timestamptz not null,
    primary key (site_id, clinic_id, service_day),
    unique (site_id, service_day, code),
    foreign key (site_id, clinic_id) references clinic on delete cascade
);

-- Wrong tries of a PIN, each counting for a quarter of an hour: against a ticket, or an anonymous caller's address.
create table pin_try (
    site_id int not null references site,
    subject text not null check (length(subject) between 1 and 200),
    clinic_id int not null,
    at timestamptz not null
);
create index pin_try_subject on pin_try (site_id, subject, at);
create index pin_try_age on pin_try (at);
