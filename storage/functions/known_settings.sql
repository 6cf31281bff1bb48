-- The settings of a site that an administrator may change, with their bounds; the table's constraints hold the same.
create or replace function dawr.known_settings()
returns table (name text, kind text, unit text, low int, high int, optional boolean, initial jsonb)
language sql immutable as $$
    values
        ('day_turns_at', 'time', null, null::int, null::int, false, '"05:00"'::jsonb),
        ('finish_in_hand', 'boolean', null, null, null, false, 'true'),
        ('no_show_after_recalls', 'integer', 'recalls', 0, 20, true, 'null'),
        ('no_show_grace_seconds', 'integer', 'seconds', 0, 3600, false, '300'),
        ('personal_data_kept_days', 'integer', 'days', 1, 3650, false, '30'),
        ('pin_digits', 'integer', 'digits', 2, 4, false, '2'),
        ('priority_credit_minutes', 'integer', 'minutes', 0, 240, false, '15'),
        ('remote_entry', 'boolean', null, null, null, false, 'true'),
        ('undo_window_seconds', 'integer', 'seconds', 0, 3600, false, '120')
$$;
