-- Claim the waiting ticket that comes next in a work profile: exactly one row is locked, and a row that another
-- desk is claiming is passed over. A clinic's credit makes its patients count as that much earlier.
create or replace function dawr.claim(site int, clinics int[], credits int[], seeker text) returns dawr.ticket
language plpgsql as $$
declare
    t ticket;
begin
    if cardinality(clinics) = 1 then
        select w.* into t from ticket w
        where w.site_id = site and w.clinic_id = clinics[1] and w.state = 'waiting'
          and (w.practitioner is null or w.practitioner = seeker)
        order by w.queue_at, w.id
        limit 1
        for update skip locked;
    else
        select w.* into t from unnest(clinics, credits) as p(clinic_id, credit_s)
        join ticket w on w.site_id = site and w.clinic_id = p.clinic_id and w.state = 'waiting'
             and (w.practitioner is null or w.practitioner = seeker)
        order by w.queue_at - make_interval(secs => coalesce(p.credit_s, 0)), w.id
        limit 1
        for update of w skip locked;
    end if;
    return t;
end $$;
