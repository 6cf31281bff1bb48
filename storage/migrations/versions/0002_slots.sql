set local search_path = dawr, pg_temp;

-- When a clinic can be booked, in the site's local time. weekday: 1 Monday .. 7 Sunday.
create table slot_schedule (
    site_id int not null,
    clinic_id int not null,
    weekday smallint not null check (weekday between 1 and 7),
    begins_at time not null,
    ends_at time not null check (ends_at > begins_at),
    every interval not null default '15 minutes' check (every between interval '1 minute' and interval '12 hours'),
    primary key (site_id, clinic_id, weekday, begins_at),
    foreign key (site_id, clinic_id) references clinic on delete cascade
);

-- A bookable time. Made from the schedules when its day is first looked at; free unless a live hold or a booking has it.
create table slot (
    site_id int not null,
    id bigint generated always as identity,
    clinic_id int not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    hold_id text,
    held_until timestamptz,
    booking_id bigint,
    primary key (site_id, id),
    unique (site_id, clinic_id, starts_at),
    foreign key (site_id, clinic_id) references clinic on delete cascade,
    check ((hold_id is null) = (held_until is null))
);

create table slot_hold (
    site_id int not null,
    id text not null,
    slot_id bigint not null,
    clinic_id int not null,
    patient_id bigint not null,
    mobile text,
    address text,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('confirmed', 'released', 'expired')),
    primary key (site_id, id),
    foreign key (site_id, slot_id) references slot on delete cascade,
    foreign key (site_id, patient_id) references patient on delete cascade,
    check ((ended_at is null) = (outcome is null))
);
create unique index slot_hold_open on slot_hold (site_id, patient_id, clinic_id) where ended_at is null;
create index slot_hold_address on slot_hold (site_id, address) where ended_at is null;
create index slot_hold_slot on slot_hold (site_id, slot_id);

create table booking (
    site_id int not null,
    id bigint generated always as identity,
    code text not null,
    slot_id bigint not null,
    clinic_id int not null,
    patient_id bigint,
    hold_id text not null,
    state text not null check (state in ('booked', 'cancelled', 'checked_in')),
    booked_at timestamptz not null,
    ended_at timestamptz,
    ticket_id bigint,
    primary key (site_id, id),
    unique (site_id, code),
    unique (site_id, hold_id),
    foreign key (site_id, slot_id) references slot,
    foreign key (site_id, patient_id) references patient
);
create unique index booking_of_slot on booking (site_id, slot_id) where state <> 'cancelled';
