set local search_path = dawr, pg_temp;

-- The bounds of the site's settings, as known_settings() names them to people.
alter table site
    add constraint site_day_turns_at_range check (day_turns_at < '24:00' and extract(second from day_turns_at) = 0),
    add constraint site_priority_credit_range check (priority_credit <= interval '4 hours'),
    add constraint site_undo_window_range check (undo_window <= interval '1 hour'),
    add constraint site_no_show_grace_range check (no_show_grace <= interval '1 hour'),
    add constraint site_no_show_after_recalls_range check (no_show_after_recalls <= 20),
    add constraint site_personal_data_kept_range check (personal_data_kept <= interval '3650 days');
