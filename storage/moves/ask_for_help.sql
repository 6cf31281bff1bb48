-- Somebody at a kiosk asks for help: staff hear it on the site's own stream.
create or replace function dawr.ask_for_help(press dawr.press) returns jsonb
language plpgsql security definer set search_path = dawr, pg_temp as $$
begin
    return tell_staff(press, 'HELP_ASKED', null);
end $$;
