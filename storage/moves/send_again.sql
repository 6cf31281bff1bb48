-- Send a dead notice again, for another day and with the same id; null when there is no such dead one.
create or replace function dawr.send_again(press dawr.press, name text, id uuid) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    o outbox;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'admin');
    update outbox x set dead_at = null, next_try_at = dawr.now(), tries = 0, give_up_at = dawr.now() + interval '1 day'
    from webhook w
    where w.site_id = who.site_id and w.name = send_again.name
      and x.site_id = w.site_id and x.webhook_id = w.id and x.id = send_again.id and x.dead_at is not null
    returning x.* into o;
    if o.id is null then
        return null;
    end if;
    return end_move(press, who, jsonb_build_object('id', o.id));
end $$;
