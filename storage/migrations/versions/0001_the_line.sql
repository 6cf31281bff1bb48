-- The session search_path is dawr while this runs.
set local search_path = dawr, pg_temp;

-- The line: sites, clinics, rooms, patients, tickets, heads, events, idempotency records, logins, tokens.
--
-- Every table leads with the site, so that it can be partitioned by it. Exceptions: login is looked up by the
-- database's role, which is unique in the whole cluster.

create table site (
    id int generated always as identity primary key,
    code text not null unique check (code ~ '^[a-z0-9_-]{1,32}$'),
    names jsonb not null check (jsonb_typeof(names) = 'object'),
    time_zone text not null check ((timestamptz 'epoch' at time zone time_zone) is not null),
    day_turns_at time not null default '05:00',
    languages text[] not null default '{ar,en,th}' check (cardinality(languages) > 0),
    finish_in_hand boolean not null default true,
    remote_entry boolean not null default true,
    priority_credit interval not null default '15 minutes' check (priority_credit >= interval '0'),
    undo_window interval not null default '2 minutes' check (undo_window >= interval '0'),
    no_show_grace interval not null default '5 minutes' check (no_show_grace >= interval '0'),
    -- null: a no-show is marked by staff only, never by time
    no_show_after_recalls int check (no_show_after_recalls >= 0),
    personal_data_kept interval not null default '30 days' check (personal_data_kept > interval '0')
);

create table room (
    site_id int not null references site,
    id int generated always as identity,
    name text not null check (length(name) between 1 and 40),
    floor text not null default '',
    places smallint not null default 1 check (places between 1 and 50),
    primary key (site_id, id),
    unique (site_id, name)
);

-- One row a place, so that a foreign key and a unique index hold a room to its places.
create table room_place (
    site_id int not null,
    room_id int not null,
    place smallint not null check (place >= 1),
    primary key (site_id, room_id, place),
    foreign key (site_id, room_id) references room on delete cascade
);

create table clinic (
    site_id int not null references site,
    id int generated always as identity (start with 1),
    code text not null check (code ~ '^[a-z0-9_-]{1,32}$'),
    names jsonb not null check (jsonb_typeof(names) = 'object'),
    prefix text not null check (prefix ~ '^[A-Z]{1,3}$'),
    floor text not null default '',
    icon text not null default '',
    gender text not null default 'any' check (gender in ('any', 'male', 'female')),
    capacity smallint not null default 1 check (capacity between 1 and 100),
    expected_service interval check (expected_service > interval '0'),
    room_id int,
    paused boolean not null default false,
    paused_reason text,
    paused_until timestamptz,
    pin_required boolean not null default false,
    sort int not null default 0,
    primary key (site_id, id),
    unique (site_id, code),
    unique (site_id, prefix),
    foreign key (site_id, room_id) references room,
    check (paused or (paused_reason is null and paused_until is null))
);

-- Opening hours in the site's local time. A clinic without rows is open round the clock;
-- closes_at <= opens_at runs into the next day. weekday: 1 Monday .. 7 Sunday.
create table clinic_hours (
    site_id int not null,
    clinic_id int not null,
    weekday smallint not null check (weekday between 1 and 7),
    opens_at time not null,
    closes_at time not null,
    primary key (site_id, clinic_id, weekday, opens_at),
    foreign key (site_id, clinic_id) references clinic on delete cascade
);

-- Each clinic's head: the counter, the feed's position and the numbers of the line, all under one row's lock.
-- clinic_id 0 is the site's own stream (help asked, notices of stations) and has no clinic.
create table head (
    site_id int not null references site,
    clinic_id int not null,
    service_day date not null,
    series int not null default 1 check (series >= 1),
    counter int not null default 0 check (counter >= 0),
    last_arrival timestamptz not null default '-infinity',
    moved_at timestamptz not null default '-infinity',
    position bigint not null default 0 check (position >= 0),
    -- waiting and held tickets up to this id ended with a day or a series; one not yet marked so is never called
    dead_through bigint not null default 0,
    last_ticket bigint not null default 0,
    waiting int not null default 0 check (waiting >= 0),
    in_service int not null default 0 check (in_service >= 0),
    held int not null default 0 check (held >= 0),
    completed int not null default 0 check (completed >= 0),
    exited int not null default 0 check (exited >= 0),
    current int not null default 0,
    current_label text,
    announced_state text check (announced_state in ('OPEN', 'CLOSED', 'PAUSED')),
    desks int,
    desks_at timestamptz,
    service_weight double precision not null default 0,
    service_sum double precision not null default 0,
    service_squares double precision not null default 0,
    primary key (site_id, clinic_id)
) with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

create table patient (
    site_id int not null references site,
    id bigint generated always as identity,
    name text check (length(name) <= 200),
    mobiles text[] not null default '{}',
    gender text check (gender in ('male', 'female')),
    created_at timestamptz not null,
    primary key (site_id, id)
);

create index patient_age on patient (site_id, created_at);

create table patient_identifier (
    site_id int not null,
    system text not null check (system in ('id', 'national', 'passport', 'file')),
    value text not null check (length(value) between 1 and 64),
    patient_id bigint not null,
    primary key (site_id, system, value),
    foreign key (site_id, patient_id) references patient on delete cascade
);
create index patient_identifier_patient on patient_identifier (site_id, patient_id);

-- Who read which patient's name on which day; one row however often.
create table patient_read (
    site_id int not null,
    day date not null,
    actor text not null,
    patient_id bigint not null,
    first_at timestamptz not null,
    login name not null default session_user,
    primary key (site_id, day, actor, patient_id)
);

create table visit (
    site_id int not null references site,
    id bigint generated always as identity,
    patient_id bigint not null,
    service_day date not null,
    primary key (site_id, id),
    foreign key (site_id, patient_id) references patient on delete cascade
);
create index visit_patient on visit (site_id, patient_id);

create table ticket (
    site_id int not null,
    id bigint generated always as identity,
    clinic_id int not null,
    service_day date not null,
    series int not null,
    number int not null check (number >= 1),
    label text not null,
    state text not null check (state in ('waiting', 'called', 'serving', 'held', 'done', 'no_show',
                                         'transferred', 'cancelled', 'expired')),
    source text not null check (source in ('kiosk', 'staff', 'remote', 'transfer', 'route', 'booking', 'paper')),
    priority text not null check (priority in ('none', 'elderly', 'pregnant', 'disability', 'emergency')),
    queue_at timestamptz not null,
    arrived_at timestamptz not null,
    issued_at timestamptz not null,
    called_at timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    recalls smallint not null default 0,
    room_id int,
    place smallint,
    called_by text,
    token text not null unique,
    patient_id bigint,
    visit_id bigint,
    party_size smallint not null default 1 check (party_size between 1 and 20),
    practitioner text,
    note text check (length(note) <= 500),
    reason text,
    encounter_ref text,
    appointment_ref text,
    came_from bigint,
    went_to bigint,
    last_position bigint not null,
    primary key (site_id, id),
    foreign key (site_id, clinic_id) references clinic,
    foreign key (site_id, patient_id) references patient,
    foreign key (site_id, visit_id) references visit,
    foreign key (site_id, room_id, place) references room_place,
    check (state not in ('called', 'serving') or called_at is not null),
    check (state <> 'serving' or started_at is not null),
    check (room_id is null or place is not null)
) with (fillfactor = 70);
create unique index ticket_number on ticket (site_id, clinic_id, service_day, series, number);
create unique index ticket_in_hand on ticket (site_id, room_id, place) where state in ('called', 'serving');
create unique index ticket_one_active on ticket (site_id, patient_id, clinic_id, service_day)
    where state in ('waiting', 'called', 'serving', 'held') and patient_id is not null;
create index ticket_waiting on ticket (site_id, clinic_id, queue_at, id) where state = 'waiting';
create index ticket_aside on ticket (site_id, clinic_id) where state in ('held', 'called', 'serving');
create index ticket_patient on ticket (site_id, patient_id, clinic_id, id) where patient_id is not null;
create index ticket_visit on ticket (site_id, visit_id) where visit_id is not null;
-- What erase_personal_data() has still before it; so is event_words.
create index ticket_personal on ticket (site_id, issued_at)
    where patient_id is not null or visit_id is not null or note is not null or reason is not null
          or encounter_ref is not null or appointment_ref is not null;

-- The audit trail, the feed's source and the reports' source. Append only, but for words that may name a patient, which
-- are erased in time. No foreign keys: the move that
-- writes a row holds the head and the ticket it names.
create table event (
    site_id int not null,
    clinic_id int not null,
    position bigint not null,
    kind text not null,
    ticket_id bigint,
    number int,
    label text,
    from_state text,
    to_state text,
    room text,
    login name not null default session_user,
    actor text,
    station text,
    reason text,
    correlation_id text,
    at timestamptz not null,
    service_day date not null,
    series int not null,
    current int not null,
    waiting int not null,
    in_service int not null,
    completed int not null,
    total int not null,
    undoes bigint,
    before jsonb,
    facts jsonb,
    primary key (site_id, clinic_id, position)
);
create index event_words on event (site_id, at)
    where ticket_id is not null
          and (reason is not null or before ->> 'note' is not null or before ->> 'reason' is not null);

create table idempotency (
    site_id int not null,
    scope text not null,
    user_name text,
    key text not null check (length(key) between 1 and 200),
    payload text not null,
    state text not null check (state in ('started', 'completed', 'failed')),
    answer jsonb,
    attempt uuid,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    unique nulls not distinct (site_id, scope, user_name, key),
    check (state <> 'completed' or answer is not null)
);
create index idempotency_expiry on idempotency (expires_at);

create table login (
    role_name name primary key,
    site_id int not null references site,
    kind text not null check (kind in ('kiosk', 'staff', 'server')),
    name text not null check (length(name) between 1 and 60),
    unique (site_id, name)
);

create table token (
    site_id int not null references site,
    name text not null check (length(name) between 1 and 60),
    scope text not null check (scope in ('kiosk', 'staff', 'admin')),
    hash bytea not null unique,
    created_at timestamptz not null,
    revoked_at timestamptz,
    primary key (site_id, name)
);

-- One press of one button as every move gets it. Only a server's login may name scope, actor and station.
create type press as (scope text, actor text, station text, correlation text,
                      key text, key_scope text, key_user text, payload text);

-- The ticket a move is about: by id, by token, by clinic and number of the open series of the service day, or by
-- clinic and patient, which means his latest there.
create type ticket_ref as (id bigint, clinic text, number int, token text, patient text);

-- Who presses, as the database knows it, and whose keys are his; told is the stored answer when the key was used before.
create type begun as (site_id int, scope text, actor text, station text, key_scope text, key_user text, told jsonb);

create type clinic_standing as (state text, reason text, until timestamptz);

-- The exam types of the site with their clinics; the fixed ones come first, in their order.
create table exam_type (
    site_id int not null references site,
    code text not null check (code ~ '^[a-z0-9_-]{1,32}$'),
    gender text not null default 'any' check (gender in ('any', 'male', 'female')),
    names jsonb not null check (jsonb_typeof(names) = 'object'),
    note jsonb,
    primary key (site_id, code, gender)
);

create table exam_clinic (
    site_id int not null,
    code text not null,
    gender text not null,
    clinic_id int not null,
    place smallint not null check (place >= 1),
    fixed boolean not null default false,
    primary key (site_id, code, gender, clinic_id),
    unique (site_id, code, gender, place),
    foreign key (site_id, code, gender) references exam_type on delete cascade,
    foreign key (site_id, clinic_id) references clinic
);
