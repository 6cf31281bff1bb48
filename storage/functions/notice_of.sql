-- The kind of notice an event of a ticket becomes, null for none. A number that was drawn because another ticket went on
-- in it says where to go next.
create or replace function dawr.notice_of(event_kind text, came_from bigint) returns text
language sql immutable as $$
    select case event_kind
        when 'CALLED' then 'YOUR_TURN'
        when 'RECALLED' then 'YOUR_TURN'
        when 'IN_SERVICE' then 'IN_SERVICE'
        when 'COMPLETED' then 'COMPLETED'
        when 'ENTERED' then case when came_from is not null then 'NEXT_CLINIC' end
    end
$$;
