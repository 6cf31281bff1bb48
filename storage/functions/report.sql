-- A report of a site's service days: today so far (current), a day, its week from Monday, or its month; without a day
-- the present one.
create or replace function dawr.report(s dawr.site, kind text, day date) returns jsonb
language plpgsql stable as $$
declare
    today date := dawr.service_day(s, dawr.now());
    wanted date := coalesce(report.day, today);
    since date;
    till date;
begin
    if kind = 'current' and wanted <> today then
        perform dawr.refuse('INVALID_INPUT', jsonb_build_object('errors', jsonb_build_array(jsonb_build_object(
            'loc', '["query", "date"]'::jsonb, 'msg', 'the current report is of today, ' || today))));
    end if;
    since := case kind when 'weekly' then date_trunc('week', wanted) when 'monthly' then date_trunc('month', wanted)
             else wanted end;
    till := case kind when 'weekly' then since + 6 when 'monthly' then since + interval '1 month' - interval '1 day'
            else since end;
    return jsonb_build_object(
        'type', kind, 'since', since, 'until', till, 'time_zone', s.time_zone, 'made_at', dawr.now(),
        'clinics', (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'names', c.names)
                                              order by c.sort, c.id), '[]')
                    from dawr.clinic c where c.site_id = s.id),
        'rows', (select jsonb_agg(to_jsonb(r)) from dawr.report_rows(s, since, till) r));
end $$;
