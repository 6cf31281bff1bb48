-- Forget the site's pairings whose time is over, with the tokens of those that were let in and never asked for it.
create or replace function dawr.forget_pairings(site int) returns void
language sql volatile as $$
    with gone as (
        delete from dawr.pairing p where p.site_id = site and p.expires_at <= dawr.now() returning p.*)
    delete from dawr.token t using gone g
    where t.site_id = g.site_id and t.name = g.name and t.is_station and t.created_at = g.approved_at
      and g.told_at is null
$$;
