-- Whether a PIN lets a locked ticket leave: null when it does, else the refusal to answer, the try being counted.
--
-- Five wrong ones within a quarter of an hour lock the ticket, and then the right one too; its row's lock makes the
-- count exact. Who shows no token of it is also counted by his address: twenty, held by a lock of their own, which
-- nobody keeps while he waits for another.
create or replace function dawr.check_pin(
    s dawr.site, c dawr.clinic, t dawr.ticket, given text, address text default null)
returns jsonb
language plpgsql as $$
declare
    most constant int := 5;
    most_of_address constant int := 20;
    tried int;
begin
    if not c.pin_required then
        return null;
    elsif given is null then
        perform refuse('INVALID_INPUT', '{"field": "pin"}');
    end if;
    perform refuse_locked(s.id, 'ticket:' || t.id, most);
    perform refuse_locked(s.id, 'address:' || address, most_of_address);
    if is_pin(s, t, given) then
        return null;
    end if;
    if address is not null then
        perform pg_advisory_xact_lock(hashtextextended(concat_ws(E'\x1f', 'pin address', s.id, address), 0));
        perform refuse_locked(s.id, 'address:' || address, most_of_address);
        perform count_try(s.id, 'address:' || address, c.id);
    end if;
    tried := count_try(s.id, 'ticket:' || t.id, c.id);
    return jsonb_build_object('refused', 'INCORRECT_PIN', 'attempts_left', greatest(0, most - tried));
end $$;
