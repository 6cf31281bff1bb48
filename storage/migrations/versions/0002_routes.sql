set local search_path = dawr, pg_temp;

-- A visit is one patient's day on a route: the exam it is for, and the clinics it leads through.
alter table visit
    add column exam text,
    add column gender text check (gender in ('male', 'female')),
    add column begun_at timestamptz;
create unique index visit_one_a_day on visit (site_id, patient_id, service_day);

-- A clinic of a visit's route. Done is what has a ticket of the visit that is done, or what staff say so
-- (done_at without a ticket); everything else is derived from the visit's tickets, so that an undo undoes it too.
create table visit_stop (
    site_id int not null,
    visit_id bigint not null,
    clinic_id int not null,
    place smallint not null check (place >= 1),
    fixed boolean not null default false,
    done_at timestamptz,
    reason text,
    primary key (site_id, visit_id, clinic_id),
    foreign key (site_id, visit_id) references visit on delete cascade,
    foreign key (site_id, clinic_id) references clinic
);

-- In which order exam types are offered.
alter table exam_type add column sort int not null default 0;
