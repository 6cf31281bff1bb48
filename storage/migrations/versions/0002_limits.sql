set local search_path = dawr, pg_temp;

-- How often somebody has done something of late: instants, oldest first, each with how many hits it stands for; nothing
-- counts beyond `until`. Unlogged: after a crash everybody begins anew, and no request waits for a disk. No index but
-- the key, and room in the pages, so that the one row a busy address writes again and again stays where it is.
create unlogged table rate (
    site_id int not null,
    subject text not null check (length(subject) between 1 and 200),
    times timestamptz[] not null,
    counts int[] not null,
    until timestamptz not null,
    primary key (site_id, subject),
    check (cardinality(times) = cardinality(counts))
) with (fillfactor = 50);
