-- A ticket was issued but not printed: staff hear which and why on the site's own stream.
create or replace function dawr.report_print_failure(press dawr.press, ticket bigint, why text) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
begin
    return tell_staff(press, 'STATION_NOTICE', jsonb_build_object(
        'notice', 'NOT_PRINTED', 'detail', left(report_print_failure.why, 200),
        'ticket', (select t.label from ticket t join login l on l.site_id = t.site_id
                   where l.role_name = session_user and t.id = report_print_failure.ticket)));
end $$;
