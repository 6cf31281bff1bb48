-- Say how a claimed notice went: delivered, or not and why. `try` is the claim's; one that has been claimed anew since,
-- or is settled already, is left as it is.
--
-- What failed is due again after its back-off, and dead after 20 tries or a day; its web-hook rests meanwhile, and is
-- switched off after 50 failures in a row or a day of them. Delivered, what is personal goes.
create or replace function dawr.settle_delivery(id uuid, try int, error text default null) returns text
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    at timestamptz := dawr.now();
    o outbox;
    w webhook;
begin
    select x.* into w from login l
    join outbox y on y.site_id = l.site_id and y.id = settle_delivery.id
    join webhook x on x.site_id = y.site_id and x.id = y.webhook_id
    where l.role_name = session_user and l.kind = 'server'
    for no key update of x;
    select x.* into o from outbox x
    where x.site_id = w.site_id and x.id = settle_delivery.id and x.tries = settle_delivery.try
      and x.next_try_at is not null
    for update;
    if not found then
        return 'late';
    end if;
    if settle_delivery.error is null then
        update outbox x set delivered_at = at, next_try_at = null, last_error = null,
                            payload = x.payload - '{mobile,link}'::text[]
        where x.site_id = o.site_id and x.id = o.id;
        update webhook x set failures = 0, failing_since = null, rests_until = null
        where x.site_id = w.site_id and x.id = w.id and x.failures > 0;
        return 'delivered';
    end if;

    update webhook x set failures = x.failures + 1, failing_since = coalesce(x.failing_since, at),
                         rests_until = at + least(back_off(x.failures + 1), interval '15 minutes')
    where x.site_id = w.site_id and x.id = w.id
    returning x.* into w;
    if w.off_at is null and (w.failures >= 50 or w.failing_since <= at - interval '1 day') then
        perform switch_off_webhook(w, left(settle_delivery.error, 200));
    end if;
    if o.tries >= 20 or o.give_up_at <= at then
        update outbox x set dead_at = at, next_try_at = null, last_error = left(settle_delivery.error, 200)
        where x.site_id = o.site_id and x.id = o.id;
        return 'dead';
    end if;
    update outbox x set next_try_at = at + back_off(o.tries), last_error = left(settle_delivery.error, 200)
    where x.site_id = o.site_id and x.id = o.id;
    return 'again';
end $$;
