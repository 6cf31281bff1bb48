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

-- A bookable time, made from the schedules when its day is first looked at, and never changed: a schedule of another
-- length makes others. It is free unless a hold that has not ended and not expired, or a booking that is not cancelled,
-- has it or another of the clinic that shares time with it; nothing of that is written here a second time.
create table slot (
    site_id int not null,
    id bigint generated always as identity,
    clinic_id int not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at and ends_at - starts_at <= interval '12 hours'),
    primary key (site_id, id),
    unique (site_id, clinic_id, starts_at, ends_at),
    foreign key (site_id, clinic_id) references clinic on delete cascade
);

-- Ten minutes of a slot. One that has expired counts for nothing from that instant on; whoever takes the slot next, or
-- the servers' check, marks it so.
create table slot_hold (
    site_id int not null,
    id text not null,
    slot_id bigint not null,
    clinic_id int not null,
    patient_id bigint not null,
    mobile text,
    address text,
    made_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at),
    ended_at timestamptz,
    outcome text check (outcome in ('confirmed', 'released', 'expired')),
    primary key (site_id, id),
    foreign key (site_id, slot_id) references slot on delete cascade,
    foreign key (site_id, patient_id) references patient on delete cascade,
    check ((ended_at is null) = (outcome is null)),
    constraint slot_hold_confirmed_in_time check (outcome <> 'confirmed' or ended_at < expires_at)
);
create unique index slot_hold_open on slot_hold (site_id, clinic_id, patient_id) where ended_at is null;
create unique index slot_hold_of_slot on slot_hold (site_id, slot_id) where ended_at is null;
create index slot_hold_address on slot_hold (site_id, address) where ended_at is null;
create index slot_hold_slot on slot_hold (site_id, slot_id);
create index slot_hold_patient on slot_hold (site_id, patient_id);
create index slot_hold_age on slot_hold (site_id, made_at);

create table booking (
    site_id int not null,
    id bigint generated always as identity,
    code text not null check (code ~ '^[A-HJ-NP-Z2-9]{8}$'),
    slot_id bigint not null,
    clinic_id int not null,
    patient_id bigint,
    name text check (length(name) <= 200),
    mobile text,
    hold_id text not null,
    state text not null check (state in ('booked', 'cancelled', 'checked_in')),
    booked_at timestamptz not null,
    ended_at timestamptz,
    ticket_id bigint,
    primary key (site_id, id),
    unique (site_id, code),
    unique (site_id, hold_id),
    foreign key (site_id, slot_id) references slot,
    foreign key (site_id, patient_id) references patient,
    foreign key (site_id, ticket_id) references ticket,
    check ((state = 'booked') = (ended_at is null)),
    check (state <> 'checked_in' or ticket_id is not null)
);
create unique index booking_of_slot on booking (site_id, slot_id) where state <> 'cancelled';
create index booking_slot on booking (site_id, slot_id);
create index booking_patient on booking (site_id, patient_id) where patient_id is not null;
-- What erase_personal_data() has still before it.
create index booking_personal on booking (site_id, booked_at)
    where patient_id is not null or name is not null or mobile is not null;
