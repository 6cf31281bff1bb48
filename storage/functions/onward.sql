-- What follows a ticket that is done: the next ticket of its route and the route, both null off one. Who may not know
-- the visit hears which number comes next, and neither its token nor the route.
create or replace function dawr.onward(s dawr.site, was dawr.ticket, next dawr.ticket, known boolean) returns jsonb
language plpgsql stable as $$
declare
    v visit;
    t ticket := next;
begin
    select * into v from visit x where x.site_id = s.id and x.id = was.visit_id;
    if v.id is null then
        return '{"next": null, "route": null}';
    end if;
    if t.id is null then
        select * into t from open_tickets(s, v.id) limit 1;
    end if;
    return jsonb_build_object(
        'next', held_answer(s, t, next.id is null) - case when known then '' else 'token' end,
        'route', case when known then route_answer(s, v) end);
end $$;
