set local search_path = dawr, pg_temp;

-- Work that spans transactions is started, then completed or failed; whoever completes it names the attempt.
alter table idempotency add check (state <> 'started' or attempt is not null);
