set local search_path = dawr, pg_temp;

-- How often somebody has done something of late: a window in sixty buckets, each a count, ending with bucket `newest`
-- (its number since the epoch). Unlogged: after a crash everybody begins anew, and no request waits for a disk.
create unlogged table rate (
    site_id int not null,
    subject text not null check (length(subject) between 1 and 200),
    newest bigint not null,
    counts int[] not null check (cardinality(counts) = 60),
    until timestamptz not null,
    primary key (site_id, subject)
);
create index rate_age on rate (until);
