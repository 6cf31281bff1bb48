-- A site's settings as they stand, by name.
create or replace function dawr.setting_values(s dawr.site) returns jsonb
language sql stable as $$
    select jsonb_build_object(
        'day_turns_at', to_char(s.day_turns_at, 'HH24:MI'),
        'finish_in_hand', s.finish_in_hand,
        'no_show_after_recalls', s.no_show_after_recalls,
        'no_show_grace_seconds', extract(epoch from s.no_show_grace)::int,
        'personal_data_kept_days', (extract(epoch from s.personal_data_kept) / 86400)::int,
        'pin_digits', s.pin_digits,
        'priority_credit_minutes', (extract(epoch from s.priority_credit) / 60)::int,
        'remote_entry', s.remote_entry,
        'undo_window_seconds', extract(epoch from s.undo_window)::int)
$$;
