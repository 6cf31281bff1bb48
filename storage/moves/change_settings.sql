-- Change settings of the site, all that are named or none. Staff read in the log who changed what from what to what.
--
-- INVALID_INPUT names every unknown setting and every value outside its bounds. What is as it was is no change; where
-- nothing changes nothing is written down. With another number of digits today's PINs are drawn anew.
create or replace function dawr.change_settings(press dawr.press, changes jsonb) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    s site;
    was jsonb;
    v jsonb;
    troubles jsonb;
    changed jsonb;
    h head;
    today date;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'admin');
    select jsonb_agg(jsonb_build_object('loc', jsonb_build_array('body', left(c.key, 64)),
                                        'msg', setting_trouble(c.key, c.value)) order by c.key)
    into troubles from jsonb_each(changes) c where setting_trouble(c.key, c.value) is not null;
    if troubles is not null then
        perform refuse('INVALID_INPUT', jsonb_build_object('errors', troubles));
    end if;

    select * into s from site x where x.id = who.site_id for no key update;
    was := setting_values(s);
    today := service_day(s, dawr.now());
    v := was || changes;
    update site x set
        day_turns_at = (v ->> 'day_turns_at')::time,
        finish_in_hand = (v ->> 'finish_in_hand')::boolean,
        no_show_after_recalls = (v ->> 'no_show_after_recalls')::numeric::int,
        no_show_grace = make_interval(secs => (v ->> 'no_show_grace_seconds')::numeric::int),
        personal_data_kept = make_interval(days => (v ->> 'personal_data_kept_days')::numeric::int),
        pin_digits = (v ->> 'pin_digits')::numeric::smallint,
        priority_credit = make_interval(mins => (v ->> 'priority_credit_minutes')::numeric::int),
        remote_entry = (v ->> 'remote_entry')::boolean,
        undo_window = make_interval(secs => (v ->> 'undo_window_seconds')::numeric::int)
    where x.id = s.id
    returning x.* into s;
    if service_day(s, dawr.now()) < today then
        perform refuse('INVALID_INPUT', jsonb_build_object('errors', jsonb_build_array(jsonb_build_object(
            'loc', '["body", "day_turns_at"]'::jsonb, 'msg', 'would bring yesterday back; change it after that time'))));
    end if;

    v := setting_values(s);
    select jsonb_object_agg(n.key, jsonb_build_object('from', was -> n.key, 'to', n.value)) into changed
    from jsonb_each(v) n where n.value <> was -> n.key;
    if changed is not null then
        update head x set position = x.position + 1, moved_at = greatest(dawr.now(), x.moved_at)
        where x.site_id = s.id and x.clinic_id = 0
        returning x.* into h;
        perform write_clinic_event(h, 'SETTINGS_CHANGED', who, null, press.correlation,
                                   jsonb_build_object('changes', changed));
    end if;
    if changed ? 'pin_digits' then
        perform redraw_pins(press, who, s);
    end if;
    return end_move(press, who, jsonb_build_object(
        'settings', setting_list(s), 'changed', coalesce(changed, '{}')));
end $$;
