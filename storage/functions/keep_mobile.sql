-- Keep with a ticket the mobile that was given when it was asked for again; null changes nothing. Its head is held by
-- the caller, so its row is not waited for: where somebody else has it just now, the caller is told to try again.
create or replace function dawr.keep_mobile(t dawr.ticket, given text) returns dawr.ticket
language plpgsql as $$
begin
    if given is null or given = t.mobile then
        return t;
    end if;
    perform from ticket x where x.site_id = t.site_id and x.id = t.id for update nowait;
    update ticket x set mobile = given where x.site_id = t.site_id and x.id = t.id;
    t.mobile := given;
    return t;
end $$;
