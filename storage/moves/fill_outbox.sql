-- Turn what has happened into notices for web-hooks: one transaction for rows and cursors, so that a crash leaves both or
-- neither. Several servers share it: a clinic another one is at is passed over.
--
-- Answers {"webhooks": how many there are, "made": notices, "more": whether to ask again at once, "due_in_s": seconds to
-- the next one due, null for none}. Nothing of it is on the way of a move: it reads the log after the commit.
create or replace function dawr.fill_outbox(at_most int default 200) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
declare
    s site;
    lagging outbox_cursor;
    newest bigint;
    made int := 0;
    more boolean := false;
    hooks int;
    due timestamptz;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind = 'server'
    where l.role_name = session_user;
    select count(*) into hooks from webhook w where w.site_id = s.id;
    if hooks = 0 then
        return jsonb_build_object('webhooks', 0, 'made', 0, 'more', false, 'due_in_s', null);
    end if;
    insert into outbox_cursor (site_id, clinic_id, position)
    select c.site_id, c.id, 0 from clinic c
    where c.site_id = s.id
      and not exists (select from outbox_cursor x where x.site_id = c.site_id and x.clinic_id = c.id)
    on conflict do nothing;
    for lagging in
        select x.* from outbox_cursor x
        join head h on h.site_id = x.site_id and h.clinic_id = x.clinic_id and h.position > x.position
        where x.site_id = s.id
        order by x.clinic_id
        for update of x skip locked
    loop
        select h.position into newest from head h where h.site_id = s.id and h.clinic_id = lagging.clinic_id;
        more := more or newest > lagging.position + at_most;
        made := made + fill_from_clinic(
            s, lagging.clinic_id, lagging.position, least(newest, lagging.position + at_most));
    end loop;
    select min(greatest(n.next_try_at, w.rests_until)) into due from webhook w
    cross join lateral (
        select o.next_try_at from outbox o
        where o.site_id = w.site_id and o.webhook_id = w.id and o.next_try_at is not null
          and o.give_up_at > dawr.now()
        order by o.next_try_at limit 1) n
    where w.site_id = s.id and w.off_at is null;
    return jsonb_build_object('webhooks', hooks, 'made', made, 'more', more,
                              'due_in_s', greatest(0, extract(epoch from due - dawr.now())));
end $$;
