CREATE SCHEMA dawr;
ALTER SCHEMA dawr OWNER TO dawr_owner;
CREATE TYPE dawr.begun AS (
	site_id integer,
	scope text,
	actor text,
	station text,
	told jsonb
);
ALTER TYPE dawr.begun OWNER TO dawr_owner;
CREATE TYPE dawr.clinic_standing AS (
	state text,
	reason text,
	until timestamp with time zone
);
ALTER TYPE dawr.clinic_standing OWNER TO dawr_owner;
CREATE TYPE dawr.press AS (
	scope text,
	actor text,
	station text,
	correlation text,
	key text,
	key_scope text,
	key_user text,
	payload text
);
ALTER TYPE dawr.press OWNER TO dawr_owner;
CREATE TYPE dawr.ticket_ref AS (
	id bigint,
	clinic text,
	number integer,
	token text,
	patient text
);
ALTER TYPE dawr.ticket_ref OWNER TO dawr_owner;
CREATE FUNCTION dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    was ticket;
    t ticket;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'waiting', 'called', 'serving', 'held', 'no_show');
    t := was;
    t.note := nullif(btrim(add_note.note), '');
    return end_move(press, who, write_move(press, who, was, t, step(was, was.state), 'NOTED'));
end $$;
ALTER FUNCTION dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) OWNER TO dawr_owner;
CREATE TABLE dawr.head (
    site_id integer NOT NULL,
    clinic_id integer NOT NULL,
    service_day date NOT NULL,
    series integer DEFAULT 1 NOT NULL,
    counter integer DEFAULT 0 NOT NULL,
    last_arrival timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    moved_at timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    "position" bigint DEFAULT 0 NOT NULL,
    dead_through bigint DEFAULT 0 NOT NULL,
    last_ticket bigint DEFAULT 0 NOT NULL,
    waiting integer DEFAULT 0 NOT NULL,
    in_service integer DEFAULT 0 NOT NULL,
    held integer DEFAULT 0 NOT NULL,
    completed integer DEFAULT 0 NOT NULL,
    exited integer DEFAULT 0 NOT NULL,
    current integer DEFAULT 0 NOT NULL,
    current_label text,
    announced_state text,
    desks integer,
    desks_at timestamp with time zone,
    service_weight double precision DEFAULT 0 NOT NULL,
    service_sum double precision DEFAULT 0 NOT NULL,
    service_squares double precision DEFAULT 0 NOT NULL,
    CONSTRAINT head_announced_state_check CHECK ((announced_state = ANY (ARRAY['OPEN'::text, 'CLOSED'::text, 'PAUSED'::text]))),
    CONSTRAINT head_completed_check CHECK ((completed >= 0)),
    CONSTRAINT head_counter_check CHECK ((counter >= 0)),
    CONSTRAINT head_exited_check CHECK ((exited >= 0)),
    CONSTRAINT head_held_check CHECK ((held >= 0)),
    CONSTRAINT head_in_service_check CHECK ((in_service >= 0)),
    CONSTRAINT head_position_check CHECK (("position" >= 0)),
    CONSTRAINT head_series_check CHECK ((series >= 1)),
    CONSTRAINT head_waiting_check CHECK ((waiting >= 0))
)
WITH (fillfactor='20', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='200');
ALTER TABLE dawr.head OWNER TO dawr_owner;
CREATE TABLE dawr.ticket (
    site_id integer NOT NULL,
    id bigint NOT NULL,
    clinic_id integer NOT NULL,
    service_day date NOT NULL,
    series integer NOT NULL,
    number integer NOT NULL,
    label text NOT NULL,
    state text NOT NULL,
    source text NOT NULL,
    priority text NOT NULL,
    queue_at timestamp with time zone NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    called_at timestamp with time zone,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    recalls smallint DEFAULT 0 NOT NULL,
    room_id integer,
    place smallint,
    called_by text,
    token text NOT NULL,
    patient_id bigint,
    visit_id bigint,
    party_size smallint DEFAULT 1 NOT NULL,
    practitioner text,
    note text,
    reason text,
    encounter_ref text,
    appointment_ref text,
    came_from bigint,
    went_to bigint,
    last_position bigint NOT NULL,
    CONSTRAINT ticket_check CHECK (((state <> ALL (ARRAY['called'::text, 'serving'::text])) OR (called_at IS NOT NULL))),
    CONSTRAINT ticket_check1 CHECK (((state <> 'serving'::text) OR (started_at IS NOT NULL))),
    CONSTRAINT ticket_check2 CHECK (((room_id IS NULL) OR (place IS NOT NULL))),
    CONSTRAINT ticket_note_check CHECK ((length(note) <= 500)),
    CONSTRAINT ticket_number_check CHECK ((number >= 1)),
    CONSTRAINT ticket_party_size_check CHECK (((party_size >= 1) AND (party_size <= 20))),
    CONSTRAINT ticket_priority_check CHECK ((priority = ANY (ARRAY['none'::text, 'elderly'::text, 'pregnant'::text, 'disability'::text, 'emergency'::text]))),
    CONSTRAINT ticket_source_check CHECK ((source = ANY (ARRAY['kiosk'::text, 'staff'::text, 'remote'::text, 'transfer'::text, 'route'::text, 'booking'::text, 'paper'::text]))),
    CONSTRAINT ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text, 'held'::text, 'done'::text, 'no_show'::text, 'transferred'::text, 'cancelled'::text, 'expired'::text])))
)
WITH (fillfactor='70');
ALTER TABLE dawr.ticket OWNER TO dawr_owner;
CREATE FUNCTION dawr.after_draw(h dawr.head, t dawr.ticket) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$
begin
    h.counter := t.number;
    h.position := t.last_position;
    h.moved_at := t.issued_at;
    h.waiting := h.waiting + 1;
    return h;
end $$;
ALTER FUNCTION dawr.after_draw(h dawr.head, t dawr.ticket) OWNER TO dawr_owner;
CREATE TABLE dawr.clinic (
    site_id integer NOT NULL,
    id integer NOT NULL,
    code text NOT NULL,
    names jsonb NOT NULL,
    prefix text NOT NULL,
    floor text DEFAULT ''::text NOT NULL,
    icon text DEFAULT ''::text NOT NULL,
    gender text DEFAULT 'any'::text NOT NULL,
    capacity smallint DEFAULT 1 NOT NULL,
    expected_service interval,
    room_id integer,
    paused boolean DEFAULT false NOT NULL,
    paused_reason text,
    paused_until timestamp with time zone,
    pin_required boolean DEFAULT false NOT NULL,
    sort integer DEFAULT 0 NOT NULL,
    CONSTRAINT clinic_capacity_check CHECK (((capacity >= 1) AND (capacity <= 100))),
    CONSTRAINT clinic_check CHECK ((paused OR ((paused_reason IS NULL) AND (paused_until IS NULL)))),
    CONSTRAINT clinic_code_check CHECK ((code ~ '^[a-z0-9_-]{1,32}$'::text)),
    CONSTRAINT clinic_expected_service_check CHECK ((expected_service > '00:00:00'::interval)),
    CONSTRAINT clinic_gender_check CHECK ((gender = ANY (ARRAY['any'::text, 'male'::text, 'female'::text]))),
    CONSTRAINT clinic_names_check CHECK ((jsonb_typeof(names) = 'object'::text)),
    CONSTRAINT clinic_prefix_check CHECK ((prefix ~ '^[A-Z]{1,3}$'::text))
);
ALTER TABLE dawr.clinic OWNER TO dawr_owner;
CREATE FUNCTION dawr.announce_state(press dawr.press, who dawr.begun, c dawr.clinic, why text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
    s site;
    h head;
    standing clinic_standing;
begin
    select * into s from site x where x.id = c.site_id;
    h := lock_head(s, c.id);
    standing := clinic_state(s, c, dawr.now());
    if standing.state <> 'PAUSED' and h.announced_state = standing.state then
        return jsonb_build_object('clinic', c.code, 'state', standing.state, 'position', h.position,
                                  'reason', standing.reason, 'until', standing.until);
    end if;
    update head x set announced_state = standing.state, position = x.position + 1,
                      moved_at = greatest(dawr.now(), x.moved_at)
    where x.site_id = c.site_id and x.clinic_id = c.id
    returning x.* into h;
    perform write_clinic_event(
        h, case standing.state when 'OPEN' then 'CLINIC_OPENED' else 'CLINIC_' || standing.state end,
        who, why, press.correlation,
        jsonb_build_object('state', standing.state, 'reason', standing.reason, 'until', standing.until));
    return jsonb_build_object('clinic', c.code, 'state', standing.state, 'position', h.position,
                              'reason', standing.reason, 'until', standing.until);
end $$;
ALTER FUNCTION dawr.announce_state(press dawr.press, who dawr.begun, c dawr.clinic, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.ask_for_help(press dawr.press) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
begin
    return tell_staff(press, 'HELP_ASKED', null);
end $$;
ALTER FUNCTION dawr.ask_for_help(press dawr.press) OWNER TO dawr_owner;
CREATE FUNCTION dawr.back_in_line(press dawr.press, who dawr.begun, was dawr.ticket, kind text, why text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
    t ticket := was;
    h head := step(was, 'waiting', live => true);
begin
    if h.position is null then
        perform refuse('WRONG_STATE', jsonb_build_object(
            'state', 'EXPIRED', 'by', null, 'at', dawr.now(), 'ticket', was.label));
    end if;
    t.state := 'waiting';
    t.called_at := null;
    t.started_at := null;
    t.ended_at := null;
    t.recalls := 0;
    t.room_id := null;
    t.place := null;
    t.called_by := null;
    t.reason := null;
    return write_move(press, who, was, t, h, kind, why);
end $$;
ALTER FUNCTION dawr.back_in_line(press dawr.press, who dawr.begun, was dawr.ticket, kind text, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.begin_move(press dawr.press) RETURNS dawr.begun
    LANGUAGE plpgsql
    AS $$
declare
    l login;
    b begun;
    known idempotency;
begin
    select * into l from login where role_name = session_user;
    if not found then
        perform refuse('FORBIDDEN', jsonb_build_object('login', session_user));
    end if;
    b.site_id := l.site_id;
    if l.kind = 'server' then
        b.scope := coalesce(press.scope, 'patient');
        b.actor := press.actor;
        b.station := press.station;
    else
        b.scope := l.kind;
        b.actor := l.name;
        b.station := l.name;
    end if;
    if press.key is null then
        return b;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(
        concat_ws(E'\x1f', b.site_id, press.key_scope, press.key_user, press.key), 0));
    select * into known from idempotency i
    where i.site_id = b.site_id and i.scope = press.key_scope
      and i.user_name is not distinct from press.key_user and i.key = press.key;
    if not found then
        return b;
    end if;
    if known.expires_at < dawr.now() then
        delete from idempotency i
        where i.site_id = b.site_id and i.scope = press.key_scope
          and i.user_name is not distinct from press.key_user and i.key = press.key;
    elsif known.payload <> press.payload then
        perform refuse('IDEMPOTENCY_KEY_REUSED');
    elsif known.state = 'completed' then
        b.told := known.answer || '{"replayed": true}';
    else
        perform refuse('IN_PROGRESS');
    end if;
    return b;
end $$;
ALTER FUNCTION dawr.begin_move(press dawr.press) OWNER TO dawr_owner;
CREATE FUNCTION dawr.call_chosen(press dawr.press, ref dawr.ticket_ref, reason text, room text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    s site;
    r room;
    ended ticket;
    free smallint;
    was ticket;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    perform require_reason(reason);
    select * into s from site x where x.id = who.site_id;
    if call_chosen.room is not null then
        r := lock_room(s.id, call_chosen.room);
        ended := ticket_to_end(who, s, r);
        free := coalesce(ended.place, free_place(r));
    end if;
    was := take_ticket(who, ref, 'waiting');
    perform lock_heads(s, was.clinic_id, ended.clinic_id);
    if ended.id is not null then
        perform finish_ticket(press, who, ended);
    end if;
    h := step(was, 'called', live => true, at_work => desks_at_work(
        s.id, was.clinic_id, coalesce(r.name, who.actor, '')));
    if h.position is null then
        perform refuse('TICKET_NOT_FOUND');
    end if;
    return end_move(press, who, call_ticket(press, who, was, h, r, free, ended, reason));
end $$;
ALTER FUNCTION dawr.call_chosen(press dawr.press, ref dawr.ticket_ref, reason text, room text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.call_forgotten(h dawr.head, undone bigint) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$
declare
    earlier event;
begin
    select e.* into earlier from event e
    where e.site_id = h.site_id and e.clinic_id = h.clinic_id and e.kind = 'CALLED'
      and e.service_day = h.service_day and e.series = h.series and e.position <> undone
      and not exists (select from event u where u.site_id = e.site_id and u.clinic_id = e.clinic_id
                      and u.undoes = e.position and u.position > e.position)
    order by e.position desc limit 1;
    h.current := coalesce(earlier.number, 0);
    h.current_label := earlier.label;
    update head x set current = h.current, current_label = h.current_label
    where x.site_id = h.site_id and x.clinic_id = h.clinic_id;
    return h;
end $$;
ALTER FUNCTION dawr.call_forgotten(h dawr.head, undone bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.call_next(press dawr.press, clinics text[], credits integer[] DEFAULT NULL::integer[], room text DEFAULT NULL::text, practitioner text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    s site;
    r room;
    ended ticket;
    free smallint;
    served int[];
    was ticket;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    select * into s from site x where x.id = who.site_id;
    select array_agg((find_clinic(s.id, code)).id order by ord) into served
    from unnest(clinics) with ordinality as p(code, ord);
    if call_next.room is not null then
        r := lock_room(s.id, call_next.room);
        ended := ticket_to_end(who, s, r);
        free := coalesce(ended.place, free_place(r));
    end if;
    perform turn_stale(s, served);
    loop
        was := claim(s.id, served, credits, practitioner);
        if was.id is null then
            exit;
        end if;
        if ended.id is not null and ended.state <> 'done' then
            perform lock_heads(s, was.clinic_id, ended.clinic_id);
            perform finish_ticket(press, who, ended);
            ended.state := 'done';
        end if;
        h := step(was, 'called', live => true, at_work => desks_at_work(
            s.id, was.clinic_id, coalesce(r.name, who.actor, '')));
        if h.position is not null then
            return end_move(press, who, call_ticket(press, who, was, h, r, free, ended));
        end if;
        perform expire_ticket(press, was);
    end loop;
    if ended.state = 'done' then
        perform refuse('NO_PATIENTS_WAITING');
    end if;
    return null;
end $$;
ALTER FUNCTION dawr.call_next(press dawr.press, clinics text[], credits integer[], room text, practitioner text) OWNER TO dawr_owner;
CREATE TABLE dawr.room (
    site_id integer NOT NULL,
    id integer NOT NULL,
    name text NOT NULL,
    floor text DEFAULT ''::text NOT NULL,
    places smallint DEFAULT 1 NOT NULL,
    CONSTRAINT room_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40))),
    CONSTRAINT room_places_check CHECK (((places >= 1) AND (places <= 50)))
);
ALTER TABLE dawr.room OWNER TO dawr_owner;
CREATE FUNCTION dawr.call_ticket(press dawr.press, who dawr.begun, was dawr.ticket, h dawr.head, r dawr.room, free smallint, ended dawr.ticket, why text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
    t ticket := was;
begin
    t.state := 'called';
    t.called_at := h.moved_at;
    t.room_id := r.id;
    t.place := free;
    t.called_by := who.actor;
    t.recalls := 0;
    return write_move(press, who, was, t, h, 'CALLED', why)
        || jsonb_build_object('finished', ended.number, 'called_at', h.moved_at);
end $$;
ALTER FUNCTION dawr.call_ticket(press dawr.press, who dawr.begun, was dawr.ticket, h dawr.head, r dawr.room, free smallint, ended dawr.ticket, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.cancel(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    was ticket;
    t ticket;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    if ref.token is null or ref.id is not null then
        perform require_scope(who, 'staff');
    end if;
    was := take_ticket(who, ref, 'waiting', 'called', 'serving', 'held');
    h := step(was, 'cancelled');
    t := was;
    t.state := 'cancelled';
    t.ended_at := h.moved_at;
    t.reason := reason;
    return end_move(press, who, write_move(press, who, was, t, h, 'CANCELLED', reason));
end $$;
ALTER FUNCTION dawr.cancel(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.cancel_child(press dawr.press, who dawr.begun, was dawr.ticket) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    t ticket := was;
    h head := step(was, 'cancelled');
begin
    t.state := 'cancelled';
    t.ended_at := h.moved_at;
    perform write_move(press, who, was, t, h, 'CANCELLED');
end $$;
ALTER FUNCTION dawr.cancel_child(press dawr.press, who dawr.begun, was dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    s site;
    was ticket;
    t ticket;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    select * into s from site x where x.id = who.site_id;
    was := take_ticket(who, ref, 'waiting', 'held');
    t := was;
    t.priority := change_priority.priority;
    t.queue_at := was.queue_at + credit(s, was.priority) - credit(s, t.priority);
    return end_move(press, who, write_move(
        press, who, was, t, step(was, was.state), 'PRIORITY_CHANGED', reason));
end $$;
ALTER FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text) OWNER TO dawr_owner;
CREATE TABLE dawr.site (
    id integer NOT NULL,
    code text NOT NULL,
    names jsonb NOT NULL,
    time_zone text NOT NULL,
    day_turns_at time without time zone DEFAULT '05:00:00'::time without time zone NOT NULL,
    languages text[] DEFAULT '{ar,en,th}'::text[] NOT NULL,
    finish_in_hand boolean DEFAULT true NOT NULL,
    remote_entry boolean DEFAULT true NOT NULL,
    priority_credit interval DEFAULT '00:15:00'::interval NOT NULL,
    undo_window interval DEFAULT '00:02:00'::interval NOT NULL,
    no_show_grace interval DEFAULT '00:05:00'::interval NOT NULL,
    no_show_after_recalls integer,
    personal_data_kept interval DEFAULT '30 days'::interval NOT NULL,
    CONSTRAINT site_code_check CHECK ((code ~ '^[a-z0-9_-]{1,32}$'::text)),
    CONSTRAINT site_languages_check CHECK ((cardinality(languages) > 0)),
    CONSTRAINT site_names_check CHECK ((jsonb_typeof(names) = 'object'::text)),
    CONSTRAINT site_no_show_after_recalls_check CHECK ((no_show_after_recalls >= 0)),
    CONSTRAINT site_no_show_grace_check CHECK ((no_show_grace >= '00:00:00'::interval)),
    CONSTRAINT site_personal_data_kept_check CHECK ((personal_data_kept > '00:00:00'::interval)),
    CONSTRAINT site_priority_credit_check CHECK ((priority_credit >= '00:00:00'::interval)),
    CONSTRAINT site_time_zone_check CHECK ((('1970-01-01 00:00:00+00'::timestamp with time zone AT TIME ZONE time_zone) IS NOT NULL)),
    CONSTRAINT site_undo_window_check CHECK ((undo_window >= '00:00:00'::interval))
);
ALTER TABLE dawr.site OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_entry(s dawr.site, c dawr.clinic, gender text) RETURNS void
    LANGUAGE plpgsql STABLE
    AS $$
declare
    standing clinic_standing := clinic_state(s, c, dawr.now());
begin
    if standing.state = 'PAUSED' then
        perform refuse('CLINIC_PAUSED', jsonb_build_object(
            'clinic', c.code, 'reason', standing.reason, 'until', standing.until));
    elsif standing.state = 'CLOSED' then
        perform refuse('CLINIC_CLOSED', jsonb_build_object('clinic', c.code, 'until', standing.until));
    elsif c.gender <> 'any' and gender is not null and gender <> c.gender then
        perform refuse('CLINIC_OTHER_GENDER', jsonb_build_object('clinic', c.code, 'gender', c.gender));
    end if;
end $$;
ALTER FUNCTION dawr.check_entry(s dawr.site, c dawr.clinic, gender text) OWNER TO dawr_owner;
CREATE TABLE dawr.event (
    site_id integer NOT NULL,
    clinic_id integer NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    ticket_id bigint,
    number integer,
    label text,
    from_state text,
    to_state text,
    room text,
    login name DEFAULT SESSION_USER NOT NULL,
    actor text,
    station text,
    reason text,
    correlation_id text,
    at timestamp with time zone NOT NULL,
    service_day date NOT NULL,
    series integer NOT NULL,
    current integer NOT NULL,
    waiting integer NOT NULL,
    in_service integer NOT NULL,
    completed integer NOT NULL,
    total integer NOT NULL,
    undoes bigint,
    before jsonb,
    facts jsonb
);
ALTER TABLE dawr.event OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_undoable(who dawr.begun, s dawr.site, last dawr.event) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    if last.kind not in ('ENTERED', 'CALLED', 'IN_SERVICE', 'COMPLETED', 'NO_SHOW', 'HELD', 'RESUMED',
                         'TRANSFERRED', 'CANCELLED', 'REACTIVATED', 'PRIORITY_CHANGED') then
        perform refuse('TOO_LATE_TO_UNDO', jsonb_build_object('at', null));
    elsif last.actor is distinct from who.actor then
        perform refuse('FORBIDDEN', jsonb_build_object('by', last.actor));
    elsif dawr.now() > last.at + s.undo_window then
        perform refuse('TOO_LATE_TO_UNDO', jsonb_build_object('at', last.at + s.undo_window));
    end if;
end $$;
ALTER FUNCTION dawr.check_undoable(who dawr.begun, s dawr.site, last dawr.event) OWNER TO dawr_owner;
CREATE FUNCTION dawr.claim(site integer, clinics integer[], credits integer[], seeker text) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$
declare
    t ticket;
begin
    if cardinality(clinics) = 1 then
        select w.* into t from ticket w
        where w.site_id = site and w.clinic_id = clinics[1] and w.state = 'waiting'
          and (w.practitioner is null or w.practitioner = seeker)
        order by w.queue_at, w.id
        limit 1
        for update skip locked;
    else
        select w.* into t from unnest(clinics, credits) as p(clinic_id, credit_s)
        join ticket w on w.site_id = site and w.clinic_id = p.clinic_id and w.state = 'waiting'
             and (w.practitioner is null or w.practitioner = seeker)
        order by w.queue_at - make_interval(secs => coalesce(p.credit_s, 0)), w.id
        limit 1
        for update of w skip locked;
    end if;
    return t;
end $$;
ALTER FUNCTION dawr.claim(site integer, clinics integer[], credits integer[], seeker text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.clinic_state(s dawr.site, c dawr.clinic, at timestamp with time zone) RETURNS dawr.clinic_standing
    LANGUAGE plpgsql STABLE
    AS $$
declare
    closes timestamptz;
    opens timestamptz;
begin
    if c.paused and (c.paused_until is null or c.paused_until > at) then
        return row('PAUSED', c.paused_reason, c.paused_until)::clinic_standing;
    end if;
    if not exists (select from clinic_hours w where w.site_id = c.site_id and w.clinic_id = c.id) then
        return row('OPEN', null, null)::clinic_standing;
    end if;
    select max(p.till) filter (where p.since <= at and p.till > at), min(p.since) filter (where p.since > at)
    into closes, opens
    from opening_periods(s, c.id, at) p;
    if closes is not null then
        return row('OPEN', null, closes)::clinic_standing;
    end if;
    return row('CLOSED', null, opens)::clinic_standing;
end $$;
ALTER FUNCTION dawr.clinic_state(s dawr.site, c dawr.clinic, at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.clinics_due() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
    select h.clinic_id from dawr.my_site m
    join dawr.site s on s.id = m.id
    join dawr.head h on h.site_id = s.id
    left join dawr.clinic c on c.site_id = s.id and c.id = h.clinic_id
    where h.service_day < dawr.service_day(s, dawr.now())
       or (c.id is not null and h.announced_state is distinct from (dawr.clinic_state(s, c, dawr.now())).state)
       or (c.paused and c.paused_until <= dawr.now())
       or exists (select from dawr.ticket t where t.site_id = s.id and t.clinic_id = h.clinic_id
                  and t.state in ('waiting') and t.id <= h.dead_through)
       or exists (select from dawr.ticket t where t.site_id = s.id and t.clinic_id = h.clinic_id
                  and t.state = 'held' and t.id <= h.dead_through)
       or (s.no_show_after_recalls is not null and exists (
            select from dawr.ticket t where t.site_id = s.id and t.clinic_id = h.clinic_id and t.state = 'called'
            and t.recalls >= s.no_show_after_recalls and t.called_at + s.no_show_grace <= dawr.now()))
    order by h.clinic_id
$$;
ALTER FUNCTION dawr.clinics_due() OWNER TO dawr_owner;
CREATE FUNCTION dawr.count_ahead(t dawr.ticket, h dawr.head) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return (select count(*)::int from ticket w
    where w.site_id = t.site_id and w.clinic_id = t.clinic_id and w.state = 'waiting'
      and (w.queue_at, w.id) < (t.queue_at, t.id) and w.id > h.dead_through);
end $$;
ALTER FUNCTION dawr.count_ahead(t dawr.ticket, h dawr.head) OWNER TO dawr_owner;
CREATE FUNCTION dawr.credit(s dawr.site, priority text) RETURNS interval
    LANGUAGE sql IMMUTABLE
    AS $$
    select case priority when 'none' then interval '0' when 'emergency' then interval '100 years'
            else s.priority_credit end
$$;
ALTER FUNCTION dawr.credit(s dawr.site, priority text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.desk_ticket(t dawr.ticket) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    select jsonb_build_object(
        'ticket_id', t.id, 'clinic', c.code, 'number', t.number, 'label', t.label, 'state', t.state,
        'priority', t.priority, 'source', t.source, 'arrived_at', t.arrived_at, 'called_at', t.called_at,
        'started_at', t.started_at, 'ended_at', t.ended_at, 'recalls', t.recalls, 'party_size', t.party_size,
        'practitioner', t.practitioner, 'note', t.note, 'reason', t.reason, 'room', r.name,
        'name', p.name, 'patient', i.value)
    from dawr.clinic c
    left join dawr.room r on r.site_id = t.site_id and r.id = t.room_id
    left join dawr.patient p on p.site_id = t.site_id and p.id = t.patient_id
    left join lateral (select x.value from dawr.patient_identifier x
                       where x.site_id = t.site_id and x.patient_id = t.patient_id limit 1) i on true
    where c.site_id = t.site_id and c.id = t.clinic_id
$$;
ALTER FUNCTION dawr.desk_ticket(t dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.desks_at_work(site integer, clinic integer, desk text) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return (select count(distinct d.desk)::int from (
        select desk
        union all
        select coalesce(e.room, e.actor, '') from (
            select * from event x where x.site_id = site and x.clinic_id = clinic
            order by x.position desc limit 40) e
        where e.kind = 'CALLED' and e.at > dawr.now() - interval '30 minutes') d);
end $$;
ALTER FUNCTION dawr.desks_at_work(site integer, clinic integer, desk text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.draw_ticket(press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$
declare
    arrival timestamptz := greatest(dawr.now(), h.last_arrival + interval '1 microsecond', h.moved_at);
begin
    t.site_id := s.id;
    t.clinic_id := c.id;
    t.service_day := h.service_day;
    t.series := h.series;
    t.number := h.counter + 1;
    t.label := c.prefix || '-' || lpad(t.number::text, greatest(3, length(t.number::text)), '0');
    t.state := 'waiting';
    t.arrived_at := coalesce(t.arrived_at, arrival);
    t.issued_at := arrival;
    t.queue_at := coalesce(t.queue_at, arrival - credit(s, t.priority));
    t.token := rtrim(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/', '-_'), '=');
    t.last_position := h.position + 1;
    insert into ticket (
        site_id, clinic_id, service_day, series, number, label, state, source, priority, queue_at, arrived_at,
        issued_at, token, patient_id, visit_id, party_size, practitioner, note, encounter_ref, appointment_ref,
        came_from, last_position)
    values (
        t.site_id, t.clinic_id, t.service_day, t.series, t.number, t.label, t.state, t.source, t.priority, t.queue_at,
        t.arrived_at, t.issued_at, t.token, t.patient_id, t.visit_id, coalesce(t.party_size, 1), t.practitioner, t.note,
        t.encounter_ref, t.appointment_ref, t.came_from, t.last_position)
    returning id into t.id;
    h := after_draw(h, t);
    update head x set
        counter = h.counter, last_arrival = arrival, moved_at = arrival, position = h.position,
        waiting = h.waiting, last_ticket = t.id
    where x.site_id = s.id and x.clinic_id = c.id;
    insert into event (
        site_id, clinic_id, position, kind, ticket_id, number, label, to_state, actor, station, correlation_id, at,
        service_day, series, current, waiting, in_service, completed, total)
    values (
        s.id, c.id, t.last_position, 'ENTERED', t.id, t.number, t.label, 'waiting', who.actor, who.station,
        press.correlation, arrival, t.service_day, t.series, h.current, h.waiting,
        h.in_service, h.completed, t.number);
    return t;
end $$;
ALTER FUNCTION dawr.draw_ticket(press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.end_move(press dawr.press, who dawr.begun, answer jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
    at timestamptz;
begin
    if press.key is not null then
        at := dawr.now();
        insert into idempotency (site_id, scope, user_name, key, payload, state, answer, started_at, expires_at)
        values (who.site_id, press.key_scope, press.key_user, press.key, coalesce(press.payload, ''),
                'completed', answer, at, at + interval '24 hours');
    end if;
    return answer;
end $$;
ALTER FUNCTION dawr.end_move(press dawr.press, who dawr.begun, answer jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.expire_dead(h dawr.head, all_open boolean DEFAULT false, who dawr.begun DEFAULT NULL::dawr.begun, why text DEFAULT NULL::text, correlation text DEFAULT NULL::text) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$
declare
    t ticket;
begin
    for t in
        select * from ticket x
        where x.site_id = h.site_id and x.clinic_id = h.clinic_id and x.id <= h.dead_through
          and (x.state in ('waiting', 'held') or (all_open and x.state in ('called', 'serving')))
        order by x.id
        for update skip locked
    loop
        h.position := h.position + 1;
        if t.state = 'waiting' then
            h.waiting := h.waiting - 1;
        elsif t.state = 'held' then
            h.held := h.held - 1;
        else
            h.in_service := h.in_service - 1;
        end if;
        update ticket x set state = 'expired', ended_at = h.moved_at, last_position = h.position
        where x.site_id = t.site_id and x.id = t.id;
        insert into event (
            site_id, clinic_id, position, kind, ticket_id, number, label, from_state, to_state, actor, station,
            reason, correlation_id, at, service_day, series, current, waiting, in_service, completed, total)
        values (
            h.site_id, h.clinic_id, h.position, 'EXPIRED', t.id, t.number, t.label, t.state, 'expired',
            who.actor, who.station, why, correlation, h.moved_at, h.service_day, h.series,
            h.current, h.waiting, h.in_service, h.completed, h.counter);
    end loop;
    return h;
end $$;
ALTER FUNCTION dawr.expire_dead(h dawr.head, all_open boolean, who dawr.begun, why text, correlation text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.expire_ticket(press dawr.press, was dawr.ticket) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    t ticket := was;
    h head := step(was, 'expired');
    nobody begun;
begin
    t.state := 'expired';
    t.ended_at := h.moved_at;
    perform write_move(press, nobody, was, t, h, 'EXPIRED');
end $$;
ALTER FUNCTION dawr.expire_ticket(press dawr.press, was dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.find_clinic(site integer, wanted text) RETURNS dawr.clinic
    LANGUAGE plpgsql STABLE
    AS $$
declare
    c clinic;
begin
    select * into c from clinic x where x.site_id = site and x.code = lower(wanted);
    if not found then
        perform refuse('CLINIC_NOT_FOUND', jsonb_build_object('clinic', wanted));
    end if;
    return c;
end $$;
ALTER FUNCTION dawr.find_clinic(site integer, wanted text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.find_patient(who dawr.begun, value text, patient_name text, mobile text, patient_gender text) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
    found_id bigint;
begin
    select i.patient_id into found_id from patient_identifier i
    where i.site_id = who.site_id and i.system = 'id' and i.value = find_patient.value;
    if found_id is null then
        perform pg_advisory_xact_lock(hashtextextended(concat_ws(E'\x1f', 'patient', who.site_id, value), 0));
        select i.patient_id into found_id from patient_identifier i
        where i.site_id = who.site_id and i.system = 'id' and i.value = find_patient.value;
    end if;
    if found_id is null then
        insert into patient (site_id, name, mobiles, gender, created_at)
        values (who.site_id, patient_name, case when mobile is null then '{}' else array[mobile] end,
                patient_gender, dawr.now())
        returning id into found_id;
        insert into patient_identifier (site_id, system, value, patient_id)
        values (who.site_id, 'id', value, found_id);
    elsif who.scope in ('staff', 'admin') and coalesce(patient_name, mobile, patient_gender) is not null then
        update patient p set
            name = coalesce(patient_name, p.name), gender = coalesce(patient_gender, p.gender),
            mobiles = case when mobile is null or mobile = any(p.mobiles) then p.mobiles else p.mobiles || mobile end
        where p.site_id = who.site_id and p.id = found_id;
    end if;
    return found_id;
end $$;
ALTER FUNCTION dawr.find_patient(who dawr.begun, value text, patient_name text, mobile text, patient_gender text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.find_token(digest bytea) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
    select jsonb_build_object('name', t.name, 'scope', t.scope) from dawr.token t
    join dawr.login l on l.site_id = t.site_id and l.kind = 'server' and l.role_name = session_user
    where t.hash = digest and t.revoked_at is null
$$;
ALTER FUNCTION dawr.find_token(digest bytea) OWNER TO dawr_owner;
CREATE FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    was ticket;
    answer jsonb;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'called', 'serving');
    answer := finish_ticket(press, who, was, reason) || jsonb_build_object(
        'arrived_at', was.arrived_at, 'called_at', was.called_at,
        'patient', (select i.value from patient_identifier i
                    where i.site_id = was.site_id and i.patient_id = was.patient_id limit 1));
    return end_move(press, who, answer);
end $$;
ALTER FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.finish_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
    t ticket := was;
    h head := step(was, 'done', served_s => served_seconds(was));
begin
    t.state := 'done';
    t.ended_at := h.moved_at;
    return write_move(press, who, was, t, h, 'COMPLETED', why);
end $$;
ALTER FUNCTION dawr.finish_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.forget_keys(at_most integer DEFAULT 500) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
    with old as (
        select i.ctid from idempotency i where i.expires_at < dawr.now()
        order by i.expires_at limit at_most for update skip locked),
    gone as (delete from idempotency i using old where i.ctid = old.ctid returning 1)
    select count(*)::int from gone
$$;
ALTER FUNCTION dawr.forget_keys(at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.free_place(r dawr.room) RETURNS smallint
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return (select p.place from room_place p
    where p.site_id = r.site_id and p.room_id = r.id and p.place <= r.places
      and not exists (select from ticket t where t.site_id = r.site_id and t.room_id = r.id and t.place = p.place
                      and t.state in ('called', 'serving'))
    order by p.place limit 1);
end $$;
ALTER FUNCTION dawr.free_place(r dawr.room) OWNER TO dawr_owner;
CREATE FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    was ticket;
    t ticket;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'waiting', 'called', 'serving');
    h := step(was, 'held', live => true);
    if h.position is null then
        perform refuse('WRONG_STATE', jsonb_build_object(
            'state', 'EXPIRED', 'by', null, 'at', dawr.now(), 'ticket', was.label));
    end if;
    t := was;
    t.state := 'held';
    t.room_id := null;
    t.place := null;
    t.reason := reason;
    return end_move(press, who, write_move(press, who, was, t, h, 'HELD', reason));
end $$;
ALTER FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text DEFAULT NULL::text, name text DEFAULT NULL::text, mobile text DEFAULT NULL::text, gender text DEFAULT NULL::text, priority text DEFAULT 'none'::text, party_size integer DEFAULT 1, practitioner text DEFAULT NULL::text, holder text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    s site;
    c clinic;
    h head;
    t ticket;
    by_staff boolean;
begin
    if who.told is not null then
        return who.told;
    end if;
    select * into s from site x where x.id = who.site_id;
    by_staff := who.scope in ('staff', 'admin');
    if issue_ticket.priority = 'emergency' and not by_staff or who.scope = 'patient' and not s.remote_entry then
        perform refuse('FORBIDDEN');
    end if;
    c := find_clinic(who.site_id, issue_ticket.clinic);
    if not by_staff then
        perform check_entry(s, c, issue_ticket.gender);
    end if;
    if issue_ticket.patient is not null then
        t.patient_id := find_patient(who, issue_ticket.patient, issue_ticket.name, issue_ticket.mobile,
                                     issue_ticket.gender);
    end if;
    h := lock_head(s, c.id);
    if t.patient_id is not null then
        declare
            held ticket;
        begin
            select x.* into held from ticket x
            where x.site_id = s.id and x.patient_id = t.patient_id and x.clinic_id = c.id
              and x.state in ('waiting', 'called', 'serving', 'held') and x.service_day = h.service_day;
            if found then
                if not by_staff and who.scope <> 'kiosk' and held.token is distinct from holder then
                    perform refuse('ALREADY_WAITING');
                end if;
                return end_move(press, who, ticket_answer(
                    s, c, h, held, case when held.state in ('waiting', 'held') then count_ahead(held, h) else 0 end, true));
            end if;
        end;
    end if;
    t.source := case who.scope when 'kiosk' then 'kiosk' when 'patient' then 'remote' else 'staff' end;
    t.priority := issue_ticket.priority;
    t.party_size := issue_ticket.party_size;
    t.practitioner := issue_ticket.practitioner;
    t := draw_ticket(press, who, s, c, h, t);
    h := after_draw(h, t);
    return end_move(press, who, ticket_answer(
        s, c, h, t, case t.priority when 'none' then h.waiting - 1 else count_ahead(t, h) end, false));
end $$;
ALTER FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.last_calls(s dawr.site, codes text[]) RETURNS TABLE(clinic text, ticket text, number integer, room text, at timestamp with time zone, recalled boolean)
    LANGUAGE sql STABLE
    AS $$
    select c.code, e.label, e.number, e.room, e.at, e.kind = 'RECALLED'
    from dawr.clinic c
    join dawr.head h on h.site_id = c.site_id and h.clinic_id = c.id
    cross join lateral (
        select x.* from dawr.event x
        where x.site_id = c.site_id and x.clinic_id = c.id and x.position > h.position - 400
          and x.kind in ('CALLED', 'RECALLED') and x.service_day >= dawr.service_day(s, dawr.now())
          and not exists (select from dawr.event u where u.site_id = x.site_id and u.clinic_id = x.clinic_id
                          and u.position > x.position and u.undoes = x.position)
        order by x.position desc limit 12) e
    where c.site_id = s.id and (codes is null or c.code = any(codes))
    order by e.at desc limit 12
$$;
ALTER FUNCTION dawr.last_calls(s dawr.site, codes text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.late_tickets(s dawr.site, clinic integer) RETURNS SETOF dawr.ticket
    LANGUAGE sql
    AS $$
    select t.* from ticket t
    where t.site_id = s.id and t.clinic_id = late_tickets.clinic and t.state = 'called'
      and t.recalls >= s.no_show_after_recalls and t.called_at + s.no_show_grace <= dawr.now()
    for update skip locked
$$;
ALTER FUNCTION dawr.late_tickets(s dawr.site, clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.lock_head(s dawr.site, clinic integer) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$
declare
    h head;
begin
    select * into h from head x where x.site_id = s.id and x.clinic_id = clinic for update;
    if h.service_day < service_day(s, dawr.now()) then
        h := turn_day(s, h);
    end if;
    return h;
end $$;
ALTER FUNCTION dawr.lock_head(s dawr.site, clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.lock_heads(s dawr.site, VARIADIC clinics integer[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    clinic int;
begin
    for clinic in select distinct c from unnest(clinics) c where c is not null order by c loop
        perform lock_head(s, clinic);
    end loop;
end $$;
ALTER FUNCTION dawr.lock_heads(s dawr.site, VARIADIC clinics integer[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.lock_room(site integer, wanted text) RETURNS dawr.room
    LANGUAGE plpgsql
    AS $$
declare
    r room;
begin
    select * into r from room x where x.site_id = site and x.name = wanted for update;
    if not found then
        perform refuse('ROOM_NOT_FOUND', jsonb_build_object('room', wanted));
    end if;
    return r;
end $$;
ALTER FUNCTION dawr.lock_room(site integer, wanted text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    was ticket;
    allowed_at timestamptz;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'called');
    select was.called_at + s.no_show_grace into allowed_at from site s where s.id = was.site_id;
    if dawr.now() < allowed_at then
        perform refuse('TOO_EARLY', jsonb_build_object('at', allowed_at));
    end if;
    return end_move(press, who, miss_ticket(press, who, was, reason));
end $$;
ALTER FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.miss_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
    t ticket := was;
    h head := step(was, 'no_show');
begin
    t.state := 'no_show';
    t.ended_at := h.moved_at;
    return write_move(press, who, was, t, h, 'NO_SHOW', why);
end $$;
ALTER FUNCTION dawr.miss_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) OWNER TO dawr_owner;
CREATE TABLE dawr.login (
    role_name name NOT NULL,
    site_id integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    CONSTRAINT login_kind_check CHECK ((kind = ANY (ARRAY['kiosk'::text, 'staff'::text, 'server'::text]))),
    CONSTRAINT login_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);
ALTER TABLE dawr.login OWNER TO dawr_owner;
CREATE FUNCTION dawr.note_reads(s dawr.site, me dawr.login, clinics integer[]) RETURNS void
    LANGUAGE sql
    AS $$
    insert into dawr.patient_read (site_id, day, actor, patient_id, first_at)
    select distinct s.id, h.service_day, me.name, t.patient_id, dawr.now()
    from dawr.head h
    join dawr.ticket t on t.site_id = s.id and t.clinic_id = h.clinic_id and t.patient_id is not null
         and t.state in ('waiting', 'called', 'serving', 'held', 'no_show') and t.service_day >= h.service_day - 1
    where h.site_id = s.id and h.clinic_id = any(clinics)
      and not exists (select from dawr.patient_read n where n.site_id = s.id and n.day = h.service_day
                      and n.actor = me.name and n.patient_id = t.patient_id)
    on conflict do nothing
$$;
ALTER FUNCTION dawr.note_reads(s dawr.site, me dawr.login, clinics integer[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.now() RETURNS timestamp with time zone
    LANGUAGE sql PARALLEL SAFE
    AS $$
    select clock_timestamp()
$$;
ALTER FUNCTION dawr.now() OWNER TO dawr_owner;
CREATE FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    c clinic;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    c := find_clinic(who.site_id, open_clinic.clinic);
    update clinic x set paused = false, paused_reason = null, paused_until = null
    where x.site_id = c.site_id and x.id = c.id
    returning * into c;
    return end_move(press, who, announce_state(press, who, c, open_clinic.reason));
end $$;
ALTER FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.opening_periods(s dawr.site, clinic integer, at timestamp with time zone) RETURNS TABLE(since timestamp with time zone, till timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$
    select (d.day + w.opens_at) at time zone s.time_zone,
           (d.day + w.closes_at + case when w.closes_at <= w.opens_at then interval '1 day' else interval '0' end)
               at time zone s.time_zone
    from generate_series(-1, 8) as n(days)
    cross join lateral (select (at at time zone s.time_zone)::date + n.days as day) d
    join clinic_hours w
      on w.site_id = s.id and w.clinic_id = clinic and w.weekday = extract(isodow from d.day)
$$;
ALTER FUNCTION dawr.opening_periods(s dawr.site, clinic integer, at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.pass_time(clinic integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    nobody begun;
    quiet press;
    s site;
    c clinic;
    h head;
    t ticket;
begin
    select x.* into s from site x join login l on l.site_id = x.id where l.role_name = session_user;
    select * into c from clinic x where x.site_id = s.id and x.id = pass_time.clinic;
    if c.paused and c.paused_until <= dawr.now() then
        update clinic x set paused = false, paused_reason = null, paused_until = null
        where x.site_id = c.site_id and x.id = c.id and x.paused_until <= dawr.now();
        select * into c from clinic x where x.site_id = s.id and x.id = pass_time.clinic;
    end if;
    for t in select * from late_tickets(s, pass_time.clinic) loop
        perform miss_ticket(quiet, nobody, t, 'grace');
    end loop;
    h := lock_head(s, pass_time.clinic);
    if h.clinic_id > 0 and exists (
        select from ticket x where x.site_id = s.id and x.clinic_id = h.clinic_id and x.id <= h.dead_through
        and x.state in ('waiting', 'held')) then
        h.moved_at := greatest(dawr.now(), h.moved_at);
        h := expire_dead(h);
        update head x set waiting = h.waiting, held = h.held, moved_at = h.moved_at, position = h.position
        where x.site_id = s.id and x.clinic_id = h.clinic_id;
    end if;
    if c.id is not null then
        if h.announced_state is distinct from (clinic_state(s, c, dawr.now())).state then
            perform announce_state(quiet, nobody, c);
        end if;
    end if;
    select x.* into h from head x where x.site_id = s.id and x.clinic_id = pass_time.clinic;
    return h.position;
end $$;
ALTER FUNCTION dawr.pass_time(clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    c clinic;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    perform require_reason(pause_clinic.reason);
    c := find_clinic(who.site_id, pause_clinic.clinic);
    update clinic x set paused = true, paused_reason = pause_clinic.reason, paused_until = pause_clinic.until
    where x.site_id = c.site_id and x.id = c.id
    returning * into c;
    return end_move(press, who, announce_state(press, who, c, pause_clinic.reason));
end $$;
ALTER FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.place_again(t dawr.ticket) RETURNS smallint
    LANGUAGE plpgsql
    AS $$
declare
    r room;
    free smallint;
begin
    select * into r from room x where x.site_id = t.site_id and x.id = t.room_id for update;
    if exists (select from ticket x where x.site_id = t.site_id and x.id = t.id
               and x.state in ('called', 'serving') and x.room_id = t.room_id) then
        return t.place;
    end if;
    free := free_place(r);
    if free is null then
        perform refuse('TICKET_IN_HAND');
    end if;
    return free;
end $$;
ALTER FUNCTION dawr.place_again(t dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.public_status(state text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    select case state when 'serving' then 'IN_SERVICE' else upper(state) end
$$;
ALTER FUNCTION dawr.public_status(state text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    return end_move(press, who, back_in_line(press, who, take_ticket(who, ref, 'no_show'), 'REACTIVATED', reason));
end $$;
ALTER FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_board(codes text[] DEFAULT NULL::text[]) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
begin
    return (
        select jsonb_build_object(
            'time', dawr.now(),
            'site', jsonb_build_object(
                'code', s.code, 'names', s.names, 'time_zone', s.time_zone, 'languages', to_jsonb(s.languages),
                'day_turns_at', to_char(s.day_turns_at, 'HH24:MI')),
            'site_position', (select h.position from head h where h.site_id = s.id and h.clinic_id = 0),
            'rooms', (select coalesce(jsonb_agg(jsonb_build_object(
                          'name', r.name, 'floor', r.floor, 'places', r.places) order by r.id), '[]')
                      from room r where r.site_id = s.id),
            'clinics', (select coalesce(jsonb_agg(to_jsonb(n) order by n.sort, n.clinic_id), '[]')
                        from clinic_now n where codes is null or n.code = any(codes)),
            'calls', (select coalesce(jsonb_agg(to_jsonb(c) order by c.at desc), '[]') from last_calls(s, codes) c))
        from my_site m join site s on s.id = m.id);
end $$;
ALTER FUNCTION dawr.read_board(codes text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_desk(clinics text[], credits integer[] DEFAULT NULL::integer[], room text DEFAULT NULL::text, practitioner text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    me login;
    s site;
    served int[];
    at timestamptz := dawr.now();
    answer jsonb;
begin
    select * into me from login l where l.role_name = session_user and l.kind in ('staff', 'server');
    if not found then
        perform refuse('FORBIDDEN');
    end if;
    select * into s from site x where x.id = me.site_id;
    select array_agg((find_clinic(s.id, code)).id order by ord) into served
    from unnest(clinics) with ordinality as p(code, ord);
    select jsonb_build_object(
        'read_at', at,
        'waiting', (select coalesce(jsonb_agg(desk_ticket(t)
                        order by t.queue_at - make_interval(secs => coalesce(p.credit_s, 0)), t.id), '[]')
                    from unnest(served, credits) p(clinic_id, credit_s)
                    join head h on h.site_id = s.id and h.clinic_id = p.clinic_id
                    join ticket t on t.site_id = s.id and t.clinic_id = p.clinic_id and t.state = 'waiting'
                         and t.id > h.dead_through
                         and (t.practitioner is null or t.practitioner = read_desk.practitioner)),
        'in_hand', (select coalesce(jsonb_agg(desk_ticket(t) order by t.called_at desc), '[]') from ticket t
                    where t.site_id = s.id and t.state in ('called', 'serving')
                      and case when read_desk.room is null
                               then t.room_id is null and t.called_by = me.name and t.clinic_id = any(served)
                               else t.room_id = (select r.id from room r
                                                 where r.site_id = s.id and r.name = read_desk.room) end),
        'aside', (select coalesce(jsonb_agg(desk_ticket(t) order by coalesce(t.ended_at, t.arrived_at) desc), '[]')
                  from head h join ticket t on t.site_id = s.id and t.clinic_id = h.clinic_id
                       and (t.state = 'held' or (t.state = 'no_show' and t.service_day = h.service_day))
                       and t.id > h.dead_through
                  where h.site_id = s.id and h.clinic_id = any(served)),
        'today', today_numbers(s, served, at),
        'undo', undo_offer(s, me, at),
        'usual_service_s', (select round(extract(epoch from avg(c.expected_service)))::int from clinic c
                            where c.site_id = s.id and c.id = any(served)),
        'no_show_grace_s', extract(epoch from s.no_show_grace)::int)
    into answer;
    perform note_reads(s, me, served);
    return answer;
end $$;
ALTER FUNCTION dawr.read_desk(clinics text[], credits integer[], room text, practitioner text) OWNER TO dawr_owner;
CREATE VIEW dawr.my_site AS
 SELECT id,
    code,
    names,
    time_zone,
    day_turns_at,
    languages,
    finish_in_hand,
    remote_entry,
    priority_credit,
    undo_window,
    no_show_grace,
    no_show_after_recalls,
    personal_data_kept
   FROM dawr.site s
  WHERE (id = ( SELECT l.site_id
           FROM dawr.login l
          WHERE (l.role_name = SESSION_USER)));
ALTER VIEW dawr.my_site OWNER TO dawr_owner;
CREATE VIEW dawr.feed_event AS
 SELECT e.clinic_id,
    c.code AS clinic,
    e."position",
    e.kind,
    e.ticket_id,
    e.number,
    e.label,
    e.room,
    e.at,
    e.service_day,
    e.series,
    e.current,
    e.waiting,
    e.in_service,
    e.completed,
    e.total,
    e.facts,
    e.station,
    e.undoes
   FROM ((dawr.event e
     JOIN dawr.my_site s ON ((s.id = e.site_id)))
     LEFT JOIN dawr.clinic c ON (((c.site_id = e.site_id) AND (c.id = e.clinic_id))));
ALTER VIEW dawr.feed_event OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_events(streams integer[], after bigint[], at_most integer DEFAULT 1000) RETURNS SETOF dawr.feed_event
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
    select e.* from unnest(streams, after) as p(clinic_id, seen)
    join dawr.feed_event e on e.clinic_id = p.clinic_id and e.position > p.seen
    order by e.at, e.clinic_id, e.position
    limit at_most
$$;
ALTER FUNCTION dawr.read_events(streams integer[], after bigint[], at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_heads() RETURNS TABLE(clinic_id integer, clinic text, "position" bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
    select h.clinic_id, c.code, h.position from dawr.head h
    join dawr.my_site s on s.id = h.site_id
    left join dawr.clinic c on c.site_id = h.site_id and c.id = h.clinic_id
    order by h.clinic_id
$$;
ALTER FUNCTION dawr.read_heads() OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_position(scope text DEFAULT 'patient'::text, token text DEFAULT NULL::text, clinic text DEFAULT NULL::text, patient text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    s site;
    c clinic;
    h head;
    t ticket;
begin
    select x.* into s from site x join login l on l.site_id = x.id and l.kind = 'server'
    where l.role_name = session_user;
    if read_position.token is not null then
        select * into t from ticket x where x.token = read_position.token and x.site_id = s.id;
    elsif read_position.scope in ('staff', 'admin', 'kiosk') then
        c := find_clinic(s.id, read_position.clinic);
        select x.* into t from patient_identifier i
        join ticket x on x.site_id = i.site_id and x.patient_id = i.patient_id and x.clinic_id = c.id
        where i.site_id = s.id and i.value = read_position.patient
        order by x.id desc limit 1;
    else
        perform refuse('FORBIDDEN');
    end if;
    select x.* into h from head x where x.site_id = s.id and x.clinic_id = t.clinic_id;
    if t.id is null or (t.state not in ('waiting', 'called', 'serving', 'held')
                        and t.service_day < greatest(h.service_day, service_day(s, dawr.now()))) then
        return null;
    end if;
    select x.* into c from clinic x where x.site_id = s.id and x.id = t.clinic_id;
    return ticket_answer(s, c, h, t, case when t.state in ('waiting', 'held') then count_ahead(t, h) else 0 end, true)
        || jsonb_build_object('time', dawr.now(), 'called_at', t.called_at, 'ended_at', t.ended_at,
                              'room', (select r.name from room r where r.site_id = s.id and r.id = t.room_id));
end $$;
ALTER FUNCTION dawr.read_position(scope text, token text, clinic text, patient text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_revision() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
    select v.version_num from dawr.alembic_version v
$$;
ALTER FUNCTION dawr.read_revision() OWNER TO dawr_owner;
CREATE FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    was ticket;
    t ticket;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'called');
    t := was;
    t.recalls := least(t.recalls + 1, 32000);
    return end_move(press, who, write_move(press, who, was, t, step(was, 'called'), 'RECALLED', reason));
end $$;
ALTER FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.refuse(code text, facts jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    raise exception using errcode = 'DW001', message = code, detail = facts::text;
end $$;
ALTER FUNCTION dawr.refuse(code text, facts jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
begin
    return tell_staff(press, 'STATION_NOTICE', jsonb_build_object(
        'notice', 'NOT_PRINTED', 'detail', left(report_print_failure.why, 200),
        'ticket', (select t.label from ticket t join login l on l.site_id = t.site_id
                   where l.role_name = session_user and t.id = report_print_failure.ticket)));
end $$;
ALTER FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.require_reason(reason text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    if coalesce(btrim(reason), '') = '' then
        perform refuse('INVALID_INPUT', '{"field": "reason"}');
    end if;
end $$;
ALTER FUNCTION dawr.require_reason(reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.require_scope(who dawr.begun, VARIADIC scopes text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    if who.scope = any(scopes) or (who.scope = 'admin' and 'staff' = any(scopes)) then
        return;
    end if;
    perform refuse('FORBIDDEN');
end $$;
ALTER FUNCTION dawr.require_scope(who dawr.begun, VARIADIC scopes text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.reset_clinic(press dawr.press, clinic text, reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
#variable_conflict use_column
declare
    who begun := begin_move(press);
    s site;
    c clinic;
    h head;
    before bigint;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'admin');
    perform require_reason(reset_clinic.reason);
    select * into s from site x where x.id = who.site_id;
    c := find_clinic(s.id, reset_clinic.clinic);
    h := lock_head(s, c.id);
    h.moved_at := greatest(dawr.now(), h.moved_at);
    h.dead_through := h.last_ticket;
    before := h.position;
    h := expire_dead(h, true, who, reset_clinic.reason, press.correlation);
    before := h.position - before;
    h.series := h.series + 1;
    h.counter := 0;
    h.completed := 0;
    h.exited := 0;
    h.current := 0;
    h.current_label := null;
    h.position := h.position + 1;
    update head x set
        series = h.series, counter = 0, completed = 0, exited = 0, current = 0, current_label = null,
        waiting = h.waiting, held = h.held, in_service = h.in_service, moved_at = h.moved_at,
        position = h.position, dead_through = h.dead_through
    where x.site_id = h.site_id and x.clinic_id = h.clinic_id;
    perform write_clinic_event(h, 'RESET', who, reset_clinic.reason, press.correlation);
    return end_move(press, who, jsonb_build_object(
        'clinic', c.code, 'expired', before, 'series', h.series, 'position', h.position));
end $$;
ALTER FUNCTION dawr.reset_clinic(press dawr.press, clinic text, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.restored(t dawr.ticket, last dawr.event) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$
begin
    if last.kind = 'ENTERED' then
        t.state := 'cancelled';
        t.ended_at := dawr.now();
        return t;
    end if;
    return jsonb_populate_record(t, last.before);
end $$;
ALTER FUNCTION dawr.restored(t dawr.ticket, last dawr.event) OWNER TO dawr_owner;
CREATE FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    return end_move(press, who, back_in_line(press, who, take_ticket(who, ref, 'held'), 'RESUMED', reason));
end $$;
ALTER FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.runs_across(s dawr.site, clinic integer, instant timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    select not exists (select from clinic_hours w where w.site_id = s.id and w.clinic_id = clinic)
    or exists (select from opening_periods(s, clinic, instant) p where p.since < instant and p.till > instant)
$$;
ALTER FUNCTION dawr.runs_across(s dawr.site, clinic integer, instant timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.served_seconds(t dawr.ticket) RETURNS double precision
    LANGUAGE plpgsql
    AS $$
begin
    return (select least(greatest(extract(epoch from dawr.now() - t.called_at), 1), 14400)::double precision);
end $$;
ALTER FUNCTION dawr.served_seconds(t dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.service_day(s dawr.site, at timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE
    AS $$
    select ((at at time zone s.time_zone) - (s.day_turns_at - time '00:00'))::date
$$;
ALTER FUNCTION dawr.service_day(s dawr.site, at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.service_facts(c dawr.clinic, h dawr.head) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return (select jsonb_build_object(
    'expected_s', extract(epoch from c.expected_service), 'capacity', c.capacity,
    'desks', case when h.desks_at > dawr.now() - interval '30 minutes' then h.desks end,
    'weight', h.service_weight, 'sum_s', h.service_sum, 'square_s2', h.service_squares));
end $$;
ALTER FUNCTION dawr.service_facts(c dawr.clinic, h dawr.head) OWNER TO dawr_owner;
CREATE FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    was ticket;
    t ticket;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    was := take_ticket(who, ref, 'called');
    h := step(was, 'serving');
    t := was;
    t.state := 'serving';
    t.started_at := h.moved_at;
    return end_move(press, who, write_move(press, who, was, t, h, 'IN_SERVICE', reason));
end $$;
ALTER FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.step(t dawr.ticket, to_state text, live boolean DEFAULT false, served_s double precision DEFAULT NULL::double precision, at_work integer DEFAULT NULL::integer) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$
declare
    stepped head;
begin
    update head h set
        position = h.position + 1,
        moved_at = greatest(dawr.now(), h.moved_at),
        waiting = h.waiting + (to_state = 'waiting')::int - (t.state = 'waiting')::int,
        in_service = h.in_service + (to_state in ('called', 'serving'))::int - (t.state in ('called', 'serving'))::int,
        held = h.held + (to_state = 'held')::int - (t.state = 'held')::int,
        completed = h.completed + case when (h.service_day, h.series) = (t.service_day, t.series)
            then (to_state = 'done')::int - (t.state = 'done')::int else 0 end,
        exited = h.exited + case when (h.service_day, h.series) = (t.service_day, t.series)
            then (to_state not in ('waiting', 'called', 'serving', 'held'))::int
               - (t.state not in ('waiting', 'called', 'serving', 'held'))::int else 0 end,
        current = case when at_work is not null then t.number else h.current end,
        current_label = case when at_work is not null then t.label else h.current_label end,
        desks = coalesce(at_work, h.desks),
        desks_at = case when at_work is not null then dawr.now() else h.desks_at end,
        service_weight = case when served_s is null then h.service_weight else h.service_weight * 0.95 + 1 end,
        service_sum = case when served_s is null then h.service_sum else h.service_sum * 0.95 + served_s end,
        service_squares = case when served_s is null then h.service_squares
                               else h.service_squares * 0.95 + served_s * served_s end
    where h.site_id = t.site_id and h.clinic_id = t.clinic_id and (not live or t.id > h.dead_through)
    returning h.* into stepped;
    return stepped;
end $$;
ALTER FUNCTION dawr.step(t dawr.ticket, to_state text, live boolean, served_s double precision, at_work integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.take_ticket(who dawr.begun, ref dawr.ticket_ref, VARIADIC states text[]) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$
declare
    t ticket;
    last event;
    c clinic;
begin
    if ref.id is not null then
        select * into t from ticket x where x.site_id = who.site_id and x.id = ref.id for update;
    elsif ref.token is not null then
        select * into t from ticket x where x.token = ref.token and x.site_id = who.site_id for update;
    elsif ref.patient is not null then
        c := find_clinic(who.site_id, ref.clinic);
        select x.* into t
        from patient_identifier i
        join ticket x on x.site_id = i.site_id and x.patient_id = i.patient_id and x.clinic_id = c.id
        join head h on h.site_id = x.site_id and h.clinic_id = x.clinic_id
        join site s on s.id = x.site_id
        where i.site_id = who.site_id and i.value = ref.patient
          and (x.state in ('waiting', 'called', 'serving', 'held')
               or x.service_day = greatest(h.service_day, service_day(s, dawr.now())))
        order by x.id desc limit 1
        for update of x;
        if t.id is null then
            perform refuse('NOT_IN_QUEUE');
        end if;
    else
        c := find_clinic(who.site_id, ref.clinic);
        select x.* into t
        from site s
        join head h on h.site_id = s.id and h.clinic_id = c.id
        join ticket x on x.site_id = s.id and x.clinic_id = c.id and x.number = ref.number
             and x.service_day = greatest(h.service_day, service_day(s, dawr.now())) and x.series = h.series
        where s.id = who.site_id
        for update of x;
    end if;
    if t.id is null then
        perform refuse('TICKET_NOT_FOUND');
    end if;
    if not t.state = any(states) then
        select * into last from event e
        where e.site_id = t.site_id and e.clinic_id = t.clinic_id and e.position = t.last_position;
        perform refuse('WRONG_STATE', jsonb_build_object(
            'state', public_status(t.state), 'by', last.actor, 'at', last.at, 'ticket', t.label));
    end if;
    return t;
end $$;
ALTER FUNCTION dawr.take_ticket(who dawr.begun, ref dawr.ticket_ref, VARIADIC states text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.take_undoable(who dawr.begun, ref dawr.ticket_ref) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$
declare
    t ticket;
    parent ticket;
    every text[] := '{waiting,called,serving,held,done,no_show,transferred,cancelled,expired}';
begin
    t := take_ticket(who, ref, variadic every);
    if t.came_from is null or t.state <> 'waiting' then
        return t;
    end if;
    select x.* into parent from ticket x
    join event e on e.site_id = x.site_id and e.clinic_id = t.clinic_id and e.position = t.last_position
    where x.site_id = t.site_id and x.id = t.came_from and x.went_to = t.id and e.kind = 'ENTERED'
    for update of x;
    return case when parent.id is null then t else parent end;
end $$;
ALTER FUNCTION dawr.take_undoable(who dawr.begun, ref dawr.ticket_ref) OWNER TO dawr_owner;
CREATE FUNCTION dawr.take_untouched(who dawr.begun, child bigint, last dawr.event) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$
declare
    t ticket;
begin
    select x.* into t from ticket x where x.site_id = who.site_id and x.id = child for update;
    if t.state <> 'waiting' or not exists (
        select from event e where e.site_id = t.site_id and e.clinic_id = t.clinic_id
        and e.position = t.last_position and e.kind = 'ENTERED') then
        perform refuse('TOO_LATE_TO_UNDO', jsonb_build_object('at', null));
    end if;
    return t;
end $$;
ALTER FUNCTION dawr.take_untouched(who dawr.begun, child bigint, last dawr.event) OWNER TO dawr_owner;
CREATE FUNCTION dawr.tell_staff(press dawr.press, kind text, facts jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
    who begun := begin_move(press);
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'kiosk', 'staff');
    update head x set position = x.position + 1, moved_at = greatest(dawr.now(), x.moved_at)
    where x.site_id = who.site_id and x.clinic_id = 0
    returning x.* into h;
    perform write_clinic_event(h, kind, who, null, press.correlation, facts);
    return end_move(press, who, jsonb_build_object('at', h.moved_at, 'position', h.position));
end $$;
ALTER FUNCTION dawr.tell_staff(press dawr.press, kind text, facts jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.ticket_answer(s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket, ahead integer, existing boolean) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$
begin
    return (select jsonb_build_object(
        'ticket_id', t.id, 'clinic', c.code, 'number', t.number, 'label', t.label, 'token', t.token,
        'state', t.state, 'priority', t.priority, 'arrived_at', t.arrived_at, 'ahead', ahead, 'existing', existing,
        'entered', h.counter, 'exited', h.exited, 'waiting', h.waiting, 'in_service', h.in_service,
        'floor', c.floor, 'position', h.position,
        'room', (select r.name from room r where r.site_id = s.id and r.id = coalesce(t.room_id, c.room_id)),
        'service', service_facts(c, h)));
end $$;
ALTER FUNCTION dawr.ticket_answer(s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket, ahead integer, existing boolean) OWNER TO dawr_owner;
CREATE FUNCTION dawr.ticket_to_end(who dawr.begun, s dawr.site, r dawr.room) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$
declare
    t ticket;
begin
    if free_place(r) is not null then
        return null;
    end if;
    select * into t from ticket x
    where x.site_id = r.site_id and x.room_id = r.id and x.state in ('called', 'serving')
      and (r.places = 1 or x.called_by is not distinct from who.actor)
    order by x.called_at limit 1
    for update;
    if not found and free_place(r) is null then
        perform refuse('TICKET_IN_HAND');
    elsif t.id is not null and not s.finish_in_hand then
        perform refuse('TICKET_IN_HAND', jsonb_build_object('ticket', t.label));
    end if;
    return t;
end $$;
ALTER FUNCTION dawr.ticket_to_end(who dawr.begun, s dawr.site, r dawr.room) OWNER TO dawr_owner;
CREATE FUNCTION dawr.today_numbers(s dawr.site, clinics integer[], at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    select jsonb_build_object(
        'waiting', count(*) filter (where t.state = 'waiting' and t.id > h.dead_through),
        'served', count(*) filter (where t.state = 'done' and t.service_day = h.service_day),
        'no_shows', count(*) filter (where t.state = 'no_show' and t.service_day = h.service_day),
        'mean_wait_s', avg(extract(epoch from t.called_at - t.arrived_at))
                       filter (where t.called_at is not null and t.service_day = h.service_day),
        'longest_wait_s', max(extract(epoch from at - t.arrived_at))
                          filter (where t.state = 'waiting' and t.id > h.dead_through))
    from dawr.head h
    join dawr.ticket t on t.site_id = s.id and t.clinic_id = h.clinic_id
         and (t.service_day = h.service_day or (t.state = 'waiting' and t.id > h.dead_through))
    where h.site_id = s.id and h.clinic_id = any(clinics)
$$;
ALTER FUNCTION dawr.today_numbers(s dawr.site, clinics integer[], at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean DEFAULT true, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    s site;
    c clinic;
    was ticket;
    t ticket;
    drawn ticket;
    h head;
    old jsonb;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    select * into s from site x where x.id = who.site_id;
    c := find_clinic(s.id, destination);
    was := take_ticket(who, ref, 'waiting', 'called', 'serving', 'held');
    if was.clinic_id = c.id then
        perform refuse('INVALID_INPUT', '{"field": "to"}');
    end if;
    perform lock_heads(s, was.clinic_id, c.id);
    select x.* into h from head x where x.site_id = s.id and x.clinic_id = c.id;
    drawn.source := 'transfer';
    drawn.came_from := was.id;
    drawn.priority := was.priority;
    drawn.patient_id := was.patient_id;
    drawn.visit_id := was.visit_id;
    drawn.party_size := was.party_size;
    drawn.practitioner := null;
    drawn.note := was.note;
    drawn.encounter_ref := was.encounter_ref;
    if keep_arrival then
        drawn.arrived_at := was.arrived_at;
        drawn.queue_at := was.queue_at;
    end if;
    drawn := draw_ticket(press, who, s, c, h, drawn);
    h := after_draw(h, drawn);
    t := was;
    t.state := 'transferred';
    t.went_to := drawn.id;
    t.ended_at := h.moved_at;
    t.reason := reason;
    old := write_move(press, who, was, t, step(was, 'transferred'), 'TRANSFERRED', reason);
    return end_move(press, who, ticket_answer(s, c, h, drawn, count_ahead(drawn, h), false)
        || jsonb_build_object('from', old, 'at', h.moved_at));
end $$;
ALTER FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.turn_day(s dawr.site, h dawr.head) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$
declare
    boundary timestamptz;
    stays boolean := false;
begin
    h.service_day := service_day(s, dawr.now());
    h.series := 1;
    h.counter := 0;
    h.completed := 0;
    h.exited := 0;
    h.current := 0;
    h.current_label := null;
    h.moved_at := greatest(dawr.now(), h.moved_at);
    if h.clinic_id > 0 then
        boundary := (h.service_day + s.day_turns_at) at time zone s.time_zone;
        stays := runs_across(s, h.clinic_id, boundary);
        if not stays then
            h.dead_through := h.last_ticket;
            h := expire_dead(h);
        end if;
    end if;
    h.position := h.position + 1;
    update head x set
        service_day = h.service_day, series = h.series, counter = h.counter, completed = h.completed,
        exited = h.exited, current = h.current, current_label = h.current_label, moved_at = h.moved_at,
        dead_through = h.dead_through, waiting = h.waiting, held = h.held, in_service = h.in_service,
        position = h.position
    where x.site_id = h.site_id and x.clinic_id = h.clinic_id;
    perform write_clinic_event(h, 'DAY_TURNED');
    return h;
end $$;
ALTER FUNCTION dawr.turn_day(s dawr.site, h dawr.head) OWNER TO dawr_owner;
CREATE FUNCTION dawr.turn_stale(s dawr.site, clinics integer[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    if exists (select from head h where h.site_id = s.id and h.clinic_id = any(clinics)
               and h.service_day < service_day(s, dawr.now())) then
        perform lock_heads(s, variadic clinics);
    end if;
end $$;
ALTER FUNCTION dawr.turn_stale(s dawr.site, clinics integer[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$
declare
    who begun := begin_move(press);
    s site;
    was ticket;
    t ticket;
    child ticket;
    last event;
    h head;
begin
    if who.told is not null then
        return who.told;
    end if;
    perform require_scope(who, 'staff');
    select * into s from site x where x.id = who.site_id;
    was := take_undoable(who, ref);
    select * into last from event e
    where e.site_id = was.site_id and e.clinic_id = was.clinic_id and e.position = was.last_position;
    perform check_undoable(who, s, last);
    if was.went_to is not null and last.kind in ('TRANSFERRED', 'COMPLETED') then
        child := take_untouched(who, was.went_to, last);
    end if;
    t := restored(was, last);
    if t.state in ('called', 'serving') and t.room_id is not null then
        t.place := place_again(t);
    end if;
    perform lock_heads(s, was.clinic_id, child.clinic_id);
    if child.id is not null then
        perform cancel_child(press, who, child);
    end if;
    h := step(was, t.state, live => t.state in ('waiting', 'held'));
    if h.position is null then
        perform refuse('TOO_LATE_TO_UNDO', jsonb_build_object('at', null));
    end if;
    if t.state in ('called', 'serving') then
        null;
    elsif last.kind = 'CALLED' then
        h := call_forgotten(h, last.position);
    end if;
    return end_move(press, who, write_move(press, who, was, t, h, 'UNDONE', reason, last.position));
end $$;
ALTER FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.undo_offer(s dawr.site, me dawr.login, at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
    select jsonb_build_object('ticket_id', t.id, 'label', t.label, 'kind', e.kind, 'until', e.at + s.undo_window)
    from dawr.head h
    cross join lateral (
        select x.* from dawr.event x
        where x.site_id = s.id and x.clinic_id = h.clinic_id and x.position > h.position - 60
          and x.actor = me.name and x.at > at - s.undo_window and x.ticket_id is not null) e
    join dawr.ticket t on t.site_id = s.id and t.id = e.ticket_id and t.clinic_id = e.clinic_id
         and t.last_position = e.position
    where h.site_id = s.id
      and e.kind in ('ENTERED', 'CALLED', 'IN_SERVICE', 'COMPLETED', 'NO_SHOW', 'HELD', 'RESUMED', 'TRANSFERRED',
                     'CANCELLED', 'REACTIVATED', 'PRIORITY_CHANGED')
    order by e.at desc, e.kind = 'CALLED' desc limit 1
$$;
ALTER FUNCTION dawr.undo_offer(s dawr.site, me dawr.login, at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.write_clinic_event(h dawr.head, kind text, who dawr.begun DEFAULT NULL::dawr.begun, why text DEFAULT NULL::text, correlation text DEFAULT NULL::text, facts jsonb DEFAULT NULL::jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    insert into event (
        site_id, clinic_id, position, kind, actor, station, reason, correlation_id, at, service_day, series,
        current, waiting, in_service, completed, total, facts)
    values (
        h.site_id, h.clinic_id, h.position, kind, who.actor, who.station, why, correlation, h.moved_at,
        h.service_day, h.series, h.current, h.waiting, h.in_service, h.completed, h.counter, facts);
end $$;
ALTER FUNCTION dawr.write_clinic_event(h dawr.head, kind text, who dawr.begun, why text, correlation text, facts jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.write_move(press dawr.press, who dawr.begun, was dawr.ticket, t dawr.ticket, h dawr.head, kind text, why text DEFAULT NULL::text, undoes bigint DEFAULT NULL::bigint) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$
declare
    room_name text;
    clinic_code text;
begin
    update ticket x set
        state = t.state, priority = t.priority, queue_at = t.queue_at,
        called_at = t.called_at, started_at = t.started_at, ended_at = t.ended_at, recalls = t.recalls,
        room_id = t.room_id, place = t.place, called_by = t.called_by, note = t.note, reason = t.reason,
        went_to = t.went_to, last_position = h.position
    where x.site_id = t.site_id and x.id = t.id;
    select r.name into room_name from room r
    where r.site_id = t.site_id and r.id = coalesce(t.room_id, was.room_id);
    insert into event (
        site_id, clinic_id, position, kind, ticket_id, number, label, from_state, to_state, room, actor, station,
        reason, correlation_id, at, service_day, series, current, waiting, in_service, completed, total, undoes, before)
    values (
        t.site_id, t.clinic_id, h.position, kind, t.id, t.number, t.label, was.state, t.state, room_name,
        who.actor, who.station, why, press.correlation, h.moved_at, h.service_day, h.series,
        h.current, h.waiting, h.in_service, h.completed, h.counter, undoes,
        jsonb_build_object(
            'state', was.state, 'priority', was.priority, 'queue_at', was.queue_at, 'called_at', was.called_at,
            'started_at', was.started_at, 'ended_at', was.ended_at, 'recalls', was.recalls, 'room_id', was.room_id,
            'place', was.place, 'called_by', was.called_by, 'note', was.note, 'reason', was.reason,
            'went_to', was.went_to));
    select c.code into clinic_code from clinic c where c.site_id = t.site_id and c.id = t.clinic_id;
    return jsonb_build_object(
        'ticket_id', t.id, 'clinic', clinic_code, 'number', t.number, 'label', t.label, 'state', t.state,
        'room', case when t.room_id is null then null else room_name end, 'at', h.moved_at, 'token', t.token,
        'waiting', h.waiting, 'position', h.position, 'priority', t.priority);
end $$;
ALTER FUNCTION dawr.write_move(press dawr.press, who dawr.begun, was dawr.ticket, t dawr.ticket, h dawr.head, kind text, why text, undoes bigint) OWNER TO dawr_owner;
CREATE TABLE dawr.alembic_version (
    version_num character varying(32) NOT NULL
);
ALTER TABLE dawr.alembic_version OWNER TO dawr_owner;
CREATE TABLE dawr.clinic_hours (
    site_id integer NOT NULL,
    clinic_id integer NOT NULL,
    weekday smallint NOT NULL,
    opens_at time without time zone NOT NULL,
    closes_at time without time zone NOT NULL,
    CONSTRAINT clinic_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
ALTER TABLE dawr.clinic_hours OWNER TO dawr_owner;
ALTER TABLE dawr.clinic ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.clinic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW dawr.clinic_now AS
 SELECT c.id AS clinic_id,
    c.code,
    c.names,
    c.prefix,
    c.floor,
    c.icon,
    c.gender,
    c.capacity,
    c.pin_required,
    c.sort,
    r.name AS room,
    n.state,
    n.reason,
    n.until,
    h."position",
    d.today AS service_day,
    (h.service_day = d.today) AS day_is_stored,
        CASE
            WHEN (h.service_day = d.today) THEN h.series
            ELSE 1
        END AS series,
        CASE
            WHEN (h.service_day = d.today) THEN h.counter
            ELSE 0
        END AS total,
        CASE
            WHEN (h.service_day = d.today) THEN h.current
            ELSE 0
        END AS current,
        CASE
            WHEN (h.service_day = d.today) THEN h.current_label
            ELSE NULL::text
        END AS current_label,
        CASE
            WHEN ((h.service_day = d.today) OR dawr.runs_across(s.*, c.id, ((d.today + s.day_turns_at) AT TIME ZONE s.time_zone))) THEN h.waiting
            ELSE 0
        END AS waiting,
    h.in_service,
        CASE
            WHEN (h.service_day = d.today) THEN h.completed
            ELSE 0
        END AS completed,
        CASE
            WHEN (h.service_day = d.today) THEN h.exited
            ELSE 0
        END AS exited,
    h.moved_at,
    dawr.service_facts(c.*, h.*) AS service
   FROM ((((((dawr.my_site m
     JOIN dawr.site s ON ((s.id = m.id)))
     JOIN dawr.clinic c ON ((c.site_id = s.id)))
     JOIN dawr.head h ON (((h.site_id = c.site_id) AND (h.clinic_id = c.id))))
     LEFT JOIN dawr.room r ON (((r.site_id = c.site_id) AND (r.id = c.room_id))))
     CROSS JOIN LATERAL dawr.clinic_state(s.*, c.*, dawr.now()) n(state, reason, until))
     CROSS JOIN LATERAL ( SELECT GREATEST(h.service_day, dawr.service_day(s.*, dawr.now())) AS today) d);
ALTER VIEW dawr.clinic_now OWNER TO dawr_owner;
CREATE TABLE dawr.exam_clinic (
    site_id integer NOT NULL,
    code text NOT NULL,
    gender text NOT NULL,
    clinic_id integer NOT NULL,
    place smallint NOT NULL,
    fixed boolean DEFAULT false NOT NULL,
    CONSTRAINT exam_clinic_place_check CHECK ((place >= 1))
);
ALTER TABLE dawr.exam_clinic OWNER TO dawr_owner;
CREATE TABLE dawr.exam_type (
    site_id integer NOT NULL,
    code text NOT NULL,
    gender text DEFAULT 'any'::text NOT NULL,
    names jsonb NOT NULL,
    note jsonb,
    CONSTRAINT exam_type_code_check CHECK ((code ~ '^[a-z0-9_-]{1,32}$'::text)),
    CONSTRAINT exam_type_gender_check CHECK ((gender = ANY (ARRAY['any'::text, 'male'::text, 'female'::text]))),
    CONSTRAINT exam_type_names_check CHECK ((jsonb_typeof(names) = 'object'::text))
);
ALTER TABLE dawr.exam_type OWNER TO dawr_owner;
CREATE TABLE dawr.idempotency (
    site_id integer NOT NULL,
    scope text NOT NULL,
    user_name text,
    key text NOT NULL,
    payload text NOT NULL,
    state text NOT NULL,
    answer jsonb,
    attempt uuid,
    started_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT idempotency_check CHECK (((state <> 'completed'::text) OR (answer IS NOT NULL))),
    CONSTRAINT idempotency_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
    CONSTRAINT idempotency_state_check CHECK ((state = ANY (ARRAY['started'::text, 'completed'::text, 'failed'::text])))
);
ALTER TABLE dawr.idempotency OWNER TO dawr_owner;
CREATE TABLE dawr.patient (
    site_id integer NOT NULL,
    id bigint NOT NULL,
    name text,
    mobiles text[] DEFAULT '{}'::text[] NOT NULL,
    gender text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT patient_gender_check CHECK ((gender = ANY (ARRAY['male'::text, 'female'::text]))),
    CONSTRAINT patient_name_check CHECK ((length(name) <= 200))
);
ALTER TABLE dawr.patient OWNER TO dawr_owner;
ALTER TABLE dawr.patient ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.patient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE dawr.patient_identifier (
    site_id integer NOT NULL,
    system text NOT NULL,
    value text NOT NULL,
    patient_id bigint NOT NULL,
    CONSTRAINT patient_identifier_system_check CHECK ((system = ANY (ARRAY['id'::text, 'national'::text, 'passport'::text, 'file'::text]))),
    CONSTRAINT patient_identifier_value_check CHECK (((length(value) >= 1) AND (length(value) <= 64)))
);
ALTER TABLE dawr.patient_identifier OWNER TO dawr_owner;
CREATE TABLE dawr.patient_read (
    site_id integer NOT NULL,
    day date NOT NULL,
    actor text NOT NULL,
    patient_id bigint NOT NULL,
    first_at timestamp with time zone NOT NULL,
    login name DEFAULT SESSION_USER NOT NULL
);
ALTER TABLE dawr.patient_read OWNER TO dawr_owner;
ALTER TABLE dawr.room ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE dawr.room_place (
    site_id integer NOT NULL,
    room_id integer NOT NULL,
    place smallint NOT NULL,
    CONSTRAINT room_place_place_check CHECK ((place >= 1))
);
ALTER TABLE dawr.room_place OWNER TO dawr_owner;
ALTER TABLE dawr.site ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE dawr.ticket ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.ticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE dawr.token (
    site_id integer NOT NULL,
    name text NOT NULL,
    scope text NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT token_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
    CONSTRAINT token_scope_check CHECK ((scope = ANY (ARRAY['kiosk'::text, 'staff'::text, 'admin'::text])))
);
ALTER TABLE dawr.token OWNER TO dawr_owner;
CREATE TABLE dawr.visit (
    site_id integer NOT NULL,
    id bigint NOT NULL,
    patient_id bigint NOT NULL,
    service_day date NOT NULL
);
ALTER TABLE dawr.visit OWNER TO dawr_owner;
ALTER TABLE dawr.visit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.visit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY dawr.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY dawr.clinic_hours
    ADD CONSTRAINT clinic_hours_pkey PRIMARY KEY (site_id, clinic_id, weekday, opens_at);
ALTER TABLE ONLY dawr.clinic
    ADD CONSTRAINT clinic_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.clinic
    ADD CONSTRAINT clinic_site_id_code_key UNIQUE (site_id, code);
ALTER TABLE ONLY dawr.clinic
    ADD CONSTRAINT clinic_site_id_prefix_key UNIQUE (site_id, prefix);
ALTER TABLE ONLY dawr.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (site_id, clinic_id, "position");
ALTER TABLE ONLY dawr.exam_clinic
    ADD CONSTRAINT exam_clinic_pkey PRIMARY KEY (site_id, code, gender, clinic_id);
ALTER TABLE ONLY dawr.exam_clinic
    ADD CONSTRAINT exam_clinic_site_id_code_gender_place_key UNIQUE (site_id, code, gender, place);
ALTER TABLE ONLY dawr.exam_type
    ADD CONSTRAINT exam_type_pkey PRIMARY KEY (site_id, code, gender);
ALTER TABLE ONLY dawr.head
    ADD CONSTRAINT head_pkey PRIMARY KEY (site_id, clinic_id);
ALTER TABLE ONLY dawr.idempotency
    ADD CONSTRAINT idempotency_site_id_scope_user_name_key_key UNIQUE NULLS NOT DISTINCT (site_id, scope, user_name, key);
ALTER TABLE ONLY dawr.login
    ADD CONSTRAINT login_pkey PRIMARY KEY (role_name);
ALTER TABLE ONLY dawr.login
    ADD CONSTRAINT login_site_id_name_key UNIQUE (site_id, name);
ALTER TABLE ONLY dawr.patient_identifier
    ADD CONSTRAINT patient_identifier_pkey PRIMARY KEY (site_id, system, value);
ALTER TABLE ONLY dawr.patient
    ADD CONSTRAINT patient_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.patient_read
    ADD CONSTRAINT patient_read_pkey PRIMARY KEY (site_id, day, actor, patient_id);
ALTER TABLE ONLY dawr.room
    ADD CONSTRAINT room_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.room_place
    ADD CONSTRAINT room_place_pkey PRIMARY KEY (site_id, room_id, place);
ALTER TABLE ONLY dawr.room
    ADD CONSTRAINT room_site_id_name_key UNIQUE (site_id, name);
ALTER TABLE ONLY dawr.site
    ADD CONSTRAINT site_code_key UNIQUE (code);
ALTER TABLE ONLY dawr.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (id);
ALTER TABLE ONLY dawr.ticket
    ADD CONSTRAINT ticket_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.ticket
    ADD CONSTRAINT ticket_token_key UNIQUE (token);
ALTER TABLE ONLY dawr.token
    ADD CONSTRAINT token_hash_key UNIQUE (hash);
ALTER TABLE ONLY dawr.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (site_id, name);
ALTER TABLE ONLY dawr.visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (site_id, id);
CREATE INDEX idempotency_expiry ON dawr.idempotency USING btree (expires_at);
CREATE INDEX patient_identifier_patient ON dawr.patient_identifier USING btree (site_id, patient_id);
CREATE INDEX ticket_aside ON dawr.ticket USING btree (site_id, clinic_id) WHERE (state = ANY (ARRAY['held'::text, 'called'::text, 'serving'::text]));
CREATE UNIQUE INDEX ticket_in_hand ON dawr.ticket USING btree (site_id, room_id, place) WHERE (state = ANY (ARRAY['called'::text, 'serving'::text]));
CREATE UNIQUE INDEX ticket_number ON dawr.ticket USING btree (site_id, clinic_id, service_day, series, number);
CREATE UNIQUE INDEX ticket_one_active ON dawr.ticket USING btree (site_id, patient_id, clinic_id, service_day) WHERE ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text, 'held'::text])) AND (patient_id IS NOT NULL));
CREATE INDEX ticket_patient ON dawr.ticket USING btree (site_id, patient_id, clinic_id, id) WHERE (patient_id IS NOT NULL);
CREATE INDEX ticket_waiting ON dawr.ticket USING btree (site_id, clinic_id, queue_at, id) WHERE (state = 'waiting'::text);
ALTER TABLE ONLY dawr.clinic_hours
    ADD CONSTRAINT clinic_hours_site_id_clinic_id_fkey FOREIGN KEY (site_id, clinic_id) REFERENCES dawr.clinic(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.clinic
    ADD CONSTRAINT clinic_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.clinic
    ADD CONSTRAINT clinic_site_id_room_id_fkey FOREIGN KEY (site_id, room_id) REFERENCES dawr.room(site_id, id);
ALTER TABLE ONLY dawr.exam_clinic
    ADD CONSTRAINT exam_clinic_site_id_clinic_id_fkey FOREIGN KEY (site_id, clinic_id) REFERENCES dawr.clinic(site_id, id);
ALTER TABLE ONLY dawr.exam_clinic
    ADD CONSTRAINT exam_clinic_site_id_code_gender_fkey FOREIGN KEY (site_id, code, gender) REFERENCES dawr.exam_type(site_id, code, gender) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.exam_type
    ADD CONSTRAINT exam_type_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.head
    ADD CONSTRAINT head_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.login
    ADD CONSTRAINT login_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.patient_identifier
    ADD CONSTRAINT patient_identifier_site_id_patient_id_fkey FOREIGN KEY (site_id, patient_id) REFERENCES dawr.patient(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.patient
    ADD CONSTRAINT patient_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.room_place
    ADD CONSTRAINT room_place_site_id_room_id_fkey FOREIGN KEY (site_id, room_id) REFERENCES dawr.room(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.room
    ADD CONSTRAINT room_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.ticket
    ADD CONSTRAINT ticket_site_id_clinic_id_fkey FOREIGN KEY (site_id, clinic_id) REFERENCES dawr.clinic(site_id, id);
ALTER TABLE ONLY dawr.ticket
    ADD CONSTRAINT ticket_site_id_patient_id_fkey FOREIGN KEY (site_id, patient_id) REFERENCES dawr.patient(site_id, id);
ALTER TABLE ONLY dawr.ticket
    ADD CONSTRAINT ticket_site_id_room_id_place_fkey FOREIGN KEY (site_id, room_id, place) REFERENCES dawr.room_place(site_id, room_id, place);
ALTER TABLE ONLY dawr.ticket
    ADD CONSTRAINT ticket_site_id_visit_id_fkey FOREIGN KEY (site_id, visit_id) REFERENCES dawr.visit(site_id, id);
ALTER TABLE ONLY dawr.token
    ADD CONSTRAINT token_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.visit
    ADD CONSTRAINT visit_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.visit
    ADD CONSTRAINT visit_site_id_patient_id_fkey FOREIGN KEY (site_id, patient_id) REFERENCES dawr.patient(site_id, id) ON DELETE CASCADE;
GRANT USAGE ON SCHEMA dawr TO dawr_kiosk;
GRANT USAGE ON SCHEMA dawr TO dawr_staff;
GRANT USAGE ON SCHEMA dawr TO dawr_server;
REVOKE ALL ON FUNCTION dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.after_draw(h dawr.head, t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.announce_state(press dawr.press, who dawr.begun, c dawr.clinic, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.ask_for_help(press dawr.press) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.ask_for_help(press dawr.press) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.ask_for_help(press dawr.press) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.back_in_line(press dawr.press, who dawr.begun, was dawr.ticket, kind text, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.begin_move(press dawr.press) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.call_chosen(press dawr.press, ref dawr.ticket_ref, reason text, room text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.call_chosen(press dawr.press, ref dawr.ticket_ref, reason text, room text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.call_chosen(press dawr.press, ref dawr.ticket_ref, reason text, room text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.call_forgotten(h dawr.head, undone bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.call_next(press dawr.press, clinics text[], credits integer[], room text, practitioner text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.call_next(press dawr.press, clinics text[], credits integer[], room text, practitioner text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.call_next(press dawr.press, clinics text[], credits integer[], room text, practitioner text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.call_ticket(press dawr.press, who dawr.begun, was dawr.ticket, h dawr.head, r dawr.room, free smallint, ended dawr.ticket, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.cancel(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.cancel(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.cancel(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.cancel_child(press dawr.press, who dawr.begun, was dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.check_entry(s dawr.site, c dawr.clinic, gender text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_undoable(who dawr.begun, s dawr.site, last dawr.event) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.claim(site integer, clinics integer[], credits integer[], seeker text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.clinic_state(s dawr.site, c dawr.clinic, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.clinics_due() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.clinics_due() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.count_ahead(t dawr.ticket, h dawr.head) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.credit(s dawr.site, priority text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.desk_ticket(t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.desks_at_work(site integer, clinic integer, desk text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.draw_ticket(press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.end_move(press dawr.press, who dawr.begun, answer jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.expire_dead(h dawr.head, all_open boolean, who dawr.begun, why text, correlation text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.expire_ticket(press dawr.press, was dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.find_clinic(site integer, wanted text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.find_patient(who dawr.begun, value text, patient_name text, mobile text, patient_gender text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.find_token(digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.find_token(digest bytea) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.finish_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.forget_keys(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.forget_keys(at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.free_place(r dawr.room) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.last_calls(s dawr.site, codes text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.late_tickets(s dawr.site, clinic integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.lock_head(s dawr.site, clinic integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.lock_heads(s dawr.site, VARIADIC clinics integer[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.lock_room(site integer, wanted text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.miss_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.note_reads(s dawr.site, me dawr.login, clinics integer[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.now() FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.opening_periods(s dawr.site, clinic integer, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.pass_time(clinic integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.pass_time(clinic integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.place_again(t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.public_status(state text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_board(codes text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_board(codes text[]) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.read_board(codes text[]) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.read_board(codes text[]) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_desk(clinics text[], credits integer[], room text, practitioner text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_desk(clinics text[], credits integer[], room text, practitioner text) TO dawr_staff;
REVOKE ALL ON FUNCTION dawr.read_events(streams integer[], after bigint[], at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_events(streams integer[], after bigint[], at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_heads() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_heads() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_position(scope text, token text, clinic text, patient text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_position(scope text, token text, clinic text, patient text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_revision() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_revision() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.refuse(code text, facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.require_reason(reason text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.require_scope(who dawr.begun, VARIADIC scopes text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.reset_clinic(press dawr.press, clinic text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.reset_clinic(press dawr.press, clinic text, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.restored(t dawr.ticket, last dawr.event) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.runs_across(s dawr.site, clinic integer, instant timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.served_seconds(t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.service_day(s dawr.site, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.service_facts(c dawr.clinic, h dawr.head) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.step(t dawr.ticket, to_state text, live boolean, served_s double precision, at_work integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.take_ticket(who dawr.begun, ref dawr.ticket_ref, VARIADIC states text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.take_undoable(who dawr.begun, ref dawr.ticket_ref) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.take_untouched(who dawr.begun, child bigint, last dawr.event) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.tell_staff(press dawr.press, kind text, facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.ticket_answer(s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket, ahead integer, existing boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.ticket_to_end(who dawr.begun, s dawr.site, r dawr.room) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.today_numbers(s dawr.site, clinics integer[], at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.turn_day(s dawr.site, h dawr.head) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.turn_stale(s dawr.site, clinics integer[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.undo_offer(s dawr.site, me dawr.login, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.write_clinic_event(h dawr.head, kind text, who dawr.begun, why text, correlation text, facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.write_move(press dawr.press, who dawr.begun, was dawr.ticket, t dawr.ticket, h dawr.head, kind text, why text, undoes bigint) FROM PUBLIC;
