-- The site of the session's login.
create or replace view dawr.my_site as
select s.* from dawr.site s
where s.id = (select l.site_id from dawr.login l where l.role_name = session_user);
