CREATE SCHEMA dawr;
ALTER SCHEMA dawr OWNER TO dawr_owner;
CREATE TYPE dawr.begun AS (
	site_id integer,
	scope text,
	actor text,
	station text,
	key_scope text,
	key_user text,
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
    AS $$ ... $$;
ALTER FUNCTION dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) OWNER TO dawr_owner;
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
    mobile text,
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
CREATE FUNCTION dawr.adopt_ticket(t dawr.ticket, visit bigint, holder text DEFAULT NULL::text) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.adopt_ticket(t dawr.ticket, visit bigint, holder text) OWNER TO dawr_owner;
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
CREATE FUNCTION dawr.after_draw(h dawr.head, t dawr.ticket) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.after_draw(h dawr.head, t dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.after_turn(was dawr.ticket) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.after_turn(was dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.announce_pin(press dawr.press, who dawr.begun, clinic integer) RETURNS bigint
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.announce_pin(press dawr.press, who dawr.begun, clinic integer) OWNER TO dawr_owner;
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
    AS $$ ... $$;
ALTER FUNCTION dawr.announce_state(press dawr.press, who dawr.begun, c dawr.clinic, why text) OWNER TO dawr_owner;
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
    pin_digits smallint DEFAULT 2 NOT NULL,
    CONSTRAINT site_code_check CHECK ((code ~ '^[a-z0-9_-]{1,32}$'::text)),
    CONSTRAINT site_day_turns_at_range CHECK (((day_turns_at < '24:00:00'::time without time zone) AND (EXTRACT(second FROM day_turns_at) = (0)::numeric))),
    CONSTRAINT site_languages_check CHECK ((cardinality(languages) > 0)),
    CONSTRAINT site_names_check CHECK ((jsonb_typeof(names) = 'object'::text)),
    CONSTRAINT site_no_show_after_recalls_check CHECK ((no_show_after_recalls >= 0)),
    CONSTRAINT site_no_show_after_recalls_range CHECK ((no_show_after_recalls <= 20)),
    CONSTRAINT site_no_show_grace_check CHECK ((no_show_grace >= '00:00:00'::interval)),
    CONSTRAINT site_no_show_grace_range CHECK ((no_show_grace <= '01:00:00'::interval)),
    CONSTRAINT site_personal_data_kept_check CHECK ((personal_data_kept > '00:00:00'::interval)),
    CONSTRAINT site_personal_data_kept_range CHECK ((personal_data_kept <= '3650 days'::interval)),
    CONSTRAINT site_pin_digits_check CHECK (((pin_digits >= 2) AND (pin_digits <= 4))),
    CONSTRAINT site_priority_credit_check CHECK ((priority_credit >= '00:00:00'::interval)),
    CONSTRAINT site_priority_credit_range CHECK ((priority_credit <= '04:00:00'::interval)),
    CONSTRAINT site_time_zone_check CHECK ((('1970-01-01 00:00:00+00'::timestamp with time zone AT TIME ZONE time_zone) IS NOT NULL)),
    CONSTRAINT site_undo_window_check CHECK ((undo_window >= '00:00:00'::interval)),
    CONSTRAINT site_undo_window_range CHECK ((undo_window <= '01:00:00'::interval))
);
ALTER TABLE dawr.site OWNER TO dawr_owner;
CREATE TABLE dawr.visit (
    site_id integer NOT NULL,
    id bigint NOT NULL,
    patient_id bigint NOT NULL,
    service_day date NOT NULL,
    exam text,
    gender text,
    begun_at timestamp with time zone,
    CONSTRAINT visit_gender_check CHECK ((gender = ANY (ARRAY['male'::text, 'female'::text])))
);
ALTER TABLE dawr.visit OWNER TO dawr_owner;
CREATE FUNCTION dawr.apply_edit(s dawr.site, v dawr.visit, action text, why text, clinics text[], clinic integer) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.apply_edit(s dawr.site, v dawr.visit, action text, why text, clinics text[], clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.approve_station(press dawr.press, code text, name text, clinics text[] DEFAULT NULL::text[]) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.approve_station(press dawr.press, code text, name text, clinics text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.ask_for_help(press dawr.press) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.ask_for_help(press dawr.press) OWNER TO dawr_owner;
CREATE FUNCTION dawr.back_in_line(press dawr.press, who dawr.begun, was dawr.ticket, kind text, why text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.back_in_line(press dawr.press, who dawr.begun, was dawr.ticket, kind text, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.back_off(failures integer) RETURNS interval
    LANGUAGE sql
    AS $$ ... $$;
ALTER FUNCTION dawr.back_off(failures integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.begin_move(press dawr.press) RETURNS dawr.begun
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.begin_move(press dawr.press) OWNER TO dawr_owner;
CREATE TABLE dawr.exam_type (
    site_id integer NOT NULL,
    code text NOT NULL,
    gender text DEFAULT 'any'::text NOT NULL,
    names jsonb NOT NULL,
    note jsonb,
    sort integer DEFAULT 0 NOT NULL,
    CONSTRAINT exam_type_code_check CHECK ((code ~ '^[a-z0-9_-]{1,32}$'::text)),
    CONSTRAINT exam_type_gender_check CHECK ((gender = ANY (ARRAY['any'::text, 'male'::text, 'female'::text]))),
    CONSTRAINT exam_type_names_check CHECK ((jsonb_typeof(names) = 'object'::text))
);
ALTER TABLE dawr.exam_type OWNER TO dawr_owner;
CREATE FUNCTION dawr.begin_visit(s dawr.site, patient bigint, e dawr.exam_type, gender text) RETURNS dawr.visit
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.begin_visit(s dawr.site, patient bigint, e dawr.exam_type, gender text) OWNER TO dawr_owner;
CREATE TABLE dawr.booking (
    site_id integer NOT NULL,
    id bigint NOT NULL,
    code text NOT NULL,
    slot_id bigint NOT NULL,
    clinic_id integer NOT NULL,
    patient_id bigint,
    name text,
    mobile text,
    hold_id text NOT NULL,
    state text NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ticket_id bigint,
    CONSTRAINT booking_check CHECK (((state = 'booked'::text) = (ended_at IS NULL))),
    CONSTRAINT booking_check1 CHECK (((state <> 'checked_in'::text) OR (ticket_id IS NOT NULL))),
    CONSTRAINT booking_code_check CHECK ((code ~ '^[A-HJ-NP-Z2-9]{8}$'::text)),
    CONSTRAINT booking_name_check CHECK ((length(name) <= 200)),
    CONSTRAINT booking_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'cancelled'::text, 'checked_in'::text])))
);
ALTER TABLE dawr.booking OWNER TO dawr_owner;
CREATE FUNCTION dawr.booking_ticket(b dawr.booking) RETURNS dawr.ticket
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.booking_ticket(b dawr.booking) OWNER TO dawr_owner;
CREATE FUNCTION dawr.call_chosen(press dawr.press, ref dawr.ticket_ref, reason text, room text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.call_chosen(press dawr.press, ref dawr.ticket_ref, reason text, room text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.call_forgotten(h dawr.head, undone bigint) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.call_forgotten(h dawr.head, undone bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.call_next(press dawr.press, clinics text[], credits integer[] DEFAULT NULL::integer[], room text DEFAULT NULL::text, practitioner text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
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
    AS $$ ... $$;
ALTER FUNCTION dawr.call_ticket(press dawr.press, who dawr.begun, was dawr.ticket, h dawr.head, r dawr.room, free smallint, ended dawr.ticket, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.cancel(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.cancel(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.cancel_booking(press dawr.press, code text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.cancel_booking(press dawr.press, code text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.cancel_child(press dawr.press, who dawr.begun, was dawr.ticket) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.cancel_child(press dawr.press, who dawr.begun, was dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.cancel_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.cancel_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.candidates(s dawr.site, v dawr.visit, leaving bigint DEFAULT NULL::bigint) RETURNS TABLE(clinic_id integer, clinic text, name text, place smallint, fixed boolean, is_open boolean, wait_s double precision, waiting integer, floor text)
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.candidates(s dawr.site, v dawr.visit, leaving bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.change_settings(press dawr.press, changes jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.change_settings(press dawr.press, changes jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.changes_at(s dawr.site, c dawr.clinic, at timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.changes_at(s dawr.site, c dawr.clinic, at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_address(site integer, from_address text) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.check_address(site integer, from_address text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_booked(who dawr.begun, t dawr.ticket, b dawr.booking, holder text) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.check_booked(who dawr.begun, t dawr.ticket, b dawr.booking, holder text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_entry(s dawr.site, c dawr.clinic, gender text) RETURNS void
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.check_entry(s dawr.site, c dawr.clinic, gender text) OWNER TO dawr_owner;
CREATE TABLE dawr.slot (
    site_id integer NOT NULL,
    id bigint NOT NULL,
    clinic_id integer NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT slot_check CHECK (((ends_at > starts_at) AND ((ends_at - starts_at) <= '12:00:00'::interval)))
);
ALTER TABLE dawr.slot OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_free(s dawr.site, wanted dawr.slot) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.check_free(s dawr.site, wanted dawr.slot) OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_holds(who dawr.begun, clinic integer, patient bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.check_holds(who dawr.begun, clinic integer, patient bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_in(press dawr.press, code text, holder text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.check_in(press dawr.press, code text, holder text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_pin(s dawr.site, c dawr.clinic, t dawr.ticket, given text, address text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.check_pin(s dawr.site, c dawr.clinic, t dawr.ticket, given text, address text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_remote(who dawr.begun, s dawr.site) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.check_remote(who dawr.begun, s dawr.site) OWNER TO dawr_owner;
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
    AS $$ ... $$;
ALTER FUNCTION dawr.check_undoable(who dawr.begun, s dawr.site, last dawr.event) OWNER TO dawr_owner;
CREATE FUNCTION dawr.check_window(b dawr.booking) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.check_window(b dawr.booking) OWNER TO dawr_owner;
CREATE FUNCTION dawr.choose_stop(s dawr.site, v dawr.visit, leaving bigint DEFAULT NULL::bigint) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.choose_stop(s dawr.site, v dawr.visit, leaving bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.claim(site integer, clinics integer[], credits integer[], seeker text) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.claim(site integer, clinics integer[], credits integer[], seeker text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.claim_deliveries(at_most integer, each integer, passing integer[] DEFAULT '{}'::integer[]) RETURNS TABLE(id uuid, webhook_id integer, url text, secret text, payload jsonb, tries integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.claim_deliveries(at_most integer, each integer, passing integer[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.clinic_state(s dawr.site, c dawr.clinic, at timestamp with time zone) RETURNS dawr.clinic_standing
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.clinic_state(s dawr.site, c dawr.clinic, at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.clinics_due() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.clinics_due() OWNER TO dawr_owner;
CREATE FUNCTION dawr.complete_work(press dawr.press, attempt uuid, answer jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.complete_work(press dawr.press, attempt uuid, answer jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.confirm_booking(press dawr.press, hold text, name text DEFAULT NULL::text, mobile text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.confirm_booking(press dawr.press, hold text, name text, mobile text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.copy_stops(s dawr.site, v dawr.visit, e dawr.exam_type) RETURNS boolean
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.copy_stops(s dawr.site, v dawr.visit, e dawr.exam_type) OWNER TO dawr_owner;
CREATE FUNCTION dawr.count_ahead(t dawr.ticket, h dawr.head) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.count_ahead(t dawr.ticket, h dawr.head) OWNER TO dawr_owner;
CREATE FUNCTION dawr.count_in_hand(r dawr.room) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.count_in_hand(r dawr.room) OWNER TO dawr_owner;
CREATE FUNCTION dawr.count_rate(site integer, subject text, at_most integer, span interval, hits integer, OUT granted integer, OUT remaining integer, OUT reset_s integer, OUT retry_after_s integer) RETURNS record
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.count_rate(site integer, subject text, at_most integer, span interval, hits integer, OUT granted integer, OUT remaining integer, OUT reset_s integer, OUT retry_after_s integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.count_request(subject text, at_most integer, span_s integer DEFAULT 60, hits integer DEFAULT 1, OUT granted integer, OUT remaining integer, OUT reset_s integer, OUT retry_after_s integer) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.count_request(subject text, at_most integer, span_s integer, hits integer, OUT granted integer, OUT remaining integer, OUT reset_s integer, OUT retry_after_s integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.count_try(site integer, subject text, clinic integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.count_try(site integer, subject text, clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.create_webhook(press dawr.press, name text, url text, secret text, kinds text[]) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.create_webhook(press dawr.press, name text, url text, secret text, kinds text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.credit(s dawr.site, priority text) RETURNS interval
    LANGUAGE sql IMMUTABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.credit(s dawr.site, priority text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.delete_webhook(press dawr.press, name text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.delete_webhook(press dawr.press, name text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.desk_booking(b dawr.booking, x dawr.slot, clinic text) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.desk_booking(b dawr.booking, x dawr.slot, clinic text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.desk_ticket(t dawr.ticket) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.desk_ticket(t dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.desks_at_work(site integer, clinic integer, desk text) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.desks_at_work(site integer, clinic integer, desk text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.draw_booked(press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, b dawr.booking, visit bigint) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.draw_booked(press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, b dawr.booking, visit bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.draw_code(site integer) RETURNS text
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.draw_code(site integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.draw_pins(s dawr.site, day date) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.draw_pins(s dawr.site, day date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.draw_ticket(press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.draw_ticket(press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.due_of(s dawr.site, v dawr.visit, leaving bigint DEFAULT NULL::bigint) RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.due_of(s dawr.site, v dawr.visit, leaving bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.edit_route(press dawr.press, action text, reason text, patient text DEFAULT NULL::text, ticket bigint DEFAULT NULL::bigint, clinics text[] DEFAULT NULL::text[], clinic text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.edit_route(press dawr.press, action text, reason text, patient text, ticket bigint, clinics text[], clinic text) OWNER TO dawr_owner;
CREATE TABLE dawr.slot_hold (
    site_id integer NOT NULL,
    id text NOT NULL,
    slot_id bigint NOT NULL,
    clinic_id integer NOT NULL,
    patient_id bigint NOT NULL,
    mobile text,
    address text,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    outcome text,
    CONSTRAINT slot_hold_check CHECK ((expires_at > made_at)),
    CONSTRAINT slot_hold_check1 CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT slot_hold_confirmed_in_time CHECK (((outcome <> 'confirmed'::text) OR (ended_at < expires_at))),
    CONSTRAINT slot_hold_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'released'::text, 'expired'::text])))
);
ALTER TABLE dawr.slot_hold OWNER TO dawr_owner;
CREATE FUNCTION dawr.end_hold(site integer, hold text, outcome text) RETURNS dawr.slot_hold
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.end_hold(site integer, hold text, outcome text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.end_move(press dawr.press, who dawr.begun, answer jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.end_move(press dawr.press, who dawr.begun, answer jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.end_stops(press dawr.press, who dawr.begun, s dawr.site, v dawr.visit, action text, why text, clinic integer) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.end_stops(press dawr.press, who dawr.begun, s dawr.site, v dawr.visit, action text, why text, clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.enter_stop(press dawr.press, who dawr.begun, s dawr.site, v dawr.visit, clinic integer, came dawr.ticket DEFAULT NULL::dawr.ticket, holder text DEFAULT NULL::text) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.enter_stop(press dawr.press, who dawr.begun, s dawr.site, v dawr.visit, clinic integer, came dawr.ticket, holder text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.erase_personal_data(at_most integer DEFAULT 500) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.erase_personal_data(at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.expected_wait_s(c dawr.clinic, h dawr.head, ahead integer) RETURNS double precision
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.expected_wait_s(c dawr.clinic, h dawr.head, ahead integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.expire_dead(h dawr.head, all_open boolean DEFAULT false, who dawr.begun DEFAULT NULL::dawr.begun, why text DEFAULT NULL::text, correlation text DEFAULT NULL::text) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.expire_dead(h dawr.head, all_open boolean, who dawr.begun, why text, correlation text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.expire_holds(site integer, clinic integer, of_slot bigint, of_patient bigint) RETURNS integer
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.expire_holds(site integer, clinic integer, of_slot bigint, of_patient bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.expire_ticket(press dawr.press, was dawr.ticket) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.expire_ticket(press dawr.press, was dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.fail_work(press dawr.press, attempt uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.fail_work(press dawr.press, attempt uuid) OWNER TO dawr_owner;
CREATE FUNCTION dawr.fill_from_clinic(s dawr.site, clinic integer, seen bigint, upto bigint) RETURNS integer
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.fill_from_clinic(s dawr.site, clinic integer, seen bigint, upto bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.fill_outbox(at_most integer DEFAULT 200) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.fill_outbox(at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.find_clinic(site integer, wanted text) RETURNS dawr.clinic
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.find_clinic(site integer, wanted text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.find_exam(site integer, wanted text, for_gender text) RETURNS dawr.exam_type
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.find_exam(site integer, wanted text, for_gender text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.find_patient(who dawr.begun, value text, patient_name text, mobile text, patient_gender text) RETURNS bigint
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.find_patient(who dawr.begun, value text, patient_name text, mobile text, patient_gender text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.find_place(scope text DEFAULT 'patient'::text, token text DEFAULT NULL::text, patient text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.find_place(scope text, token text, patient text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.find_token(digest bytea) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.find_token(digest bytea) OWNER TO dawr_owner;
CREATE FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.finish_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.finish_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.floor_level(sign text) RETURNS double precision
    LANGUAGE sql IMMUTABLE
    AS $_$
    select case when f.sign in ('G', 'GF') then 0
                when f.sign = 'M' then 0.5
                when f.sign = 'B' then -1
                when f.sign ~ '^B[0-9]{1,3}$' then -substr(f.sign, 2)::double precision
                when f.sign ~ '^[0-9]{1,3}$' then f.sign::double precision end
    from (select upper(btrim(floor_level.sign)) as sign) f
$_$;
ALTER FUNCTION dawr.floor_level(sign text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.follow_ticket(asked dawr.ticket) RETURNS dawr.ticket
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.follow_ticket(asked dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.forget_keys(at_most integer DEFAULT 500) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.forget_keys(at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.forget_pairings(site integer) RETURNS void
    LANGUAGE sql
    AS $$ ... $$;
ALTER FUNCTION dawr.forget_pairings(site integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.forget_rates(at_most integer DEFAULT 5000) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.forget_rates(at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.free_pin(s dawr.site, day date) RETURNS text
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.free_pin(s dawr.site, day date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.free_place(r dawr.room) RETURNS smallint
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.free_place(r dawr.room) OWNER TO dawr_owner;
CREATE FUNCTION dawr.go_on(press dawr.press, who dawr.begun, s dawr.site, was dawr.ticket, clinic integer) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.go_on(press dawr.press, who dawr.begun, s dawr.site, was dawr.ticket, clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.has_dead(h dawr.head) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.has_dead(h dawr.head) OWNER TO dawr_owner;
CREATE FUNCTION dawr.held_answer(s dawr.site, t dawr.ticket, existing boolean) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.held_answer(s dawr.site, t dawr.ticket, existing boolean) OWNER TO dawr_owner;
CREATE FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.hold_slot(press dawr.press, slot bigint, patient text, mobile text DEFAULT NULL::text, address text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.hold_slot(press dawr.press, slot bigint, patient text, mobile text, address text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.is_held(s dawr.site, t dawr.ticket, h dawr.head) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.is_held(s dawr.site, t dawr.ticket, h dawr.head) OWNER TO dawr_owner;
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
CREATE FUNCTION dawr.is_known(p dawr.patient) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.is_known(p dawr.patient) OWNER TO dawr_owner;
CREATE FUNCTION dawr.is_pin(s dawr.site, t dawr.ticket, given text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.is_pin(s dawr.site, t dawr.ticket, given text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text DEFAULT NULL::text, name text DEFAULT NULL::text, mobile text DEFAULT NULL::text, gender text DEFAULT NULL::text, priority text DEFAULT 'none'::text, party_size integer DEFAULT 1, practitioner text DEFAULT NULL::text, holder text DEFAULT NULL::text, per_mobile integer DEFAULT NULL::integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text, per_mobile integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.join_route(who dawr.begun, s dawr.site, c dawr.clinic, patient bigint, holder text) RETURNS bigint
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.join_route(who dawr.begun, s dawr.site, c dawr.clinic, patient bigint, holder text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.keep_mobile(t dawr.ticket, given text) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.keep_mobile(t dawr.ticket, given text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.keep_pins_few() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.keep_pins_few() OWNER TO dawr_owner;
CREATE FUNCTION dawr.keep_places() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.keep_places() OWNER TO dawr_owner;
CREATE FUNCTION dawr.known_settings() RETURNS TABLE(name text, kind text, unit text, low integer, high integer, optional boolean, initial jsonb)
    LANGUAGE sql IMMUTABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.known_settings() OWNER TO dawr_owner;
CREATE FUNCTION dawr.last_calls(s dawr.site, codes text[]) RETURNS TABLE(clinic text, ticket text, number integer, room text, at timestamp with time zone, recalled boolean)
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.last_calls(s dawr.site, codes text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.late_tickets(s dawr.site, clinic integer) RETURNS SETOF dawr.ticket
    LANGUAGE sql
    AS $$ ... $$;
ALTER FUNCTION dawr.late_tickets(s dawr.site, clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.leave(press dawr.press, ref dawr.ticket_ref, pin text DEFAULT NULL::text, queue_number integer DEFAULT NULL::integer, holder text DEFAULT NULL::text, address text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.leave(press dawr.press, ref dawr.ticket_ref, pin text, queue_number integer, holder text, address text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.let_in(who dawr.begun, code text, name text, clinics text[], correlation text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.let_in(who dawr.begun, code text, name text, clinics text[], correlation text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.limit_mobile(site integer, mobile text, at_most integer) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.limit_mobile(site integer, mobile text, at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.lock_head(s dawr.site, clinic integer) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.lock_head(s dawr.site, clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.lock_heads(s dawr.site, VARIADIC clinics integer[]) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.lock_heads(s dawr.site, VARIADIC clinics integer[]) OWNER TO dawr_owner;
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
    CONSTRAINT idempotency_check1 CHECK (((state <> 'started'::text) OR (attempt IS NOT NULL))),
    CONSTRAINT idempotency_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
    CONSTRAINT idempotency_state_check CHECK ((state = ANY (ARRAY['started'::text, 'completed'::text, 'failed'::text])))
);
ALTER TABLE dawr.idempotency OWNER TO dawr_owner;
CREATE FUNCTION dawr.lock_key(site integer, key_scope text, key_user text, key text) RETURNS dawr.idempotency
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.lock_key(site integer, key_scope text, key_user text, key text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.lock_patient(site integer, patient bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.lock_patient(site integer, patient bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.lock_pins(site integer) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.lock_pins(site integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.lock_room(site integer, wanted text) RETURNS dawr.room
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.lock_room(site integer, wanted text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.log_in(press dawr.press, patient text, gender text, exam text, holder text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.log_in(press dawr.press, patient text, gender text, exam text, holder text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.make_slots(s dawr.site, clinic integer, day date) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.make_slots(s dawr.site, clinic integer, day date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.may_know(who dawr.begun, t dawr.ticket, holder text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.may_know(who dawr.begun, t dawr.ticket, holder text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.may_know_visit(who dawr.begun, v dawr.visit, holder text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.may_know_visit(who dawr.begun, v dawr.visit, holder text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.miss_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.miss_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.new_pairing_code(site integer) RETURNS text
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.new_pairing_code(site integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.new_secret(halves integer) RETURNS text
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.new_secret(halves integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.note_reads(s dawr.site, reader text, patients bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.note_reads(s dawr.site, reader text, patients bigint[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.note_webhook(press dawr.press, who dawr.begun, name text, before text, after text) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.note_webhook(press dawr.press, who dawr.begun, name text, before text, after text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.notice_of(event_kind text, came_from bigint) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.notice_of(event_kind text, came_from bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.notice_payload(s dawr.site, t dawr.ticket, kind text, at timestamp with time zone, room text DEFAULT NULL::text, ahead integer DEFAULT 0) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.notice_payload(s dawr.site, t dawr.ticket, kind text, at timestamp with time zone, room text, ahead integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.now() RETURNS timestamp with time zone
    LANGUAGE sql PARALLEL SAFE
    AS $$ ... $$;
ALTER FUNCTION dawr.now() OWNER TO dawr_owner;
CREATE FUNCTION dawr.onward(s dawr.site, was dawr.ticket, next dawr.ticket, known boolean) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.onward(s dawr.site, was dawr.ticket, next dawr.ticket, known boolean) OWNER TO dawr_owner;
CREATE FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.open_ticket(h dawr.head, patient bigint) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.open_ticket(h dawr.head, patient bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.open_tickets(s dawr.site, visit bigint) RETURNS SETOF dawr.ticket
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.open_tickets(s dawr.site, visit bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.opening_periods(s dawr.site, clinic integer, at timestamp with time zone) RETURNS TABLE(since timestamp with time zone, till timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.opening_periods(s dawr.site, clinic integer, at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.pair_station(press dawr.press, kind text, name text DEFAULT NULL::text, address text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.pair_station(press dawr.press, kind text, name text, address text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.pass_time(clinic integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.pass_time(clinic integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.patient_value(site integer, patient bigint) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.patient_value(site integer, patient bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.place_again(t dawr.ticket) RETURNS smallint
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.place_again(t dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.public_status(state text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.public_status(state text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.put_in_outbox(s dawr.site, t dawr.ticket, kind text, at timestamp with time zone, payload jsonb, event_position bigint DEFAULT NULL::bigint) RETURNS integer
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.put_in_outbox(s dawr.site, t dawr.ticket, kind text, at timestamp with time zone, payload jsonb, event_position bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.random_token() RETURNS text
    LANGUAGE sql
    AS $$ ... $$;
ALTER FUNCTION dawr.random_token() OWNER TO dawr_owner;
CREATE FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_board(codes text[] DEFAULT NULL::text[]) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_board(codes text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_bookings(clinics text[], day date DEFAULT NULL::date) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_bookings(clinics text[], day date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_clinic_stats() RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_clinic_stats() OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_dead_letters(name text, at_most integer DEFAULT 50) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_dead_letters(name text, at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_desk(clinics text[], credits integer[] DEFAULT NULL::integer[], room text DEFAULT NULL::text, practitioner text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_desk(clinics text[], credits integer[], room text, practitioner text) OWNER TO dawr_owner;
CREATE TABLE dawr.login (
    role_name name NOT NULL,
    site_id integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    CONSTRAINT login_kind_check CHECK ((kind = ANY (ARRAY['kiosk'::text, 'staff'::text, 'server'::text]))),
    CONSTRAINT login_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);
ALTER TABLE dawr.login OWNER TO dawr_owner;
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
    personal_data_kept,
    pin_digits
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
    AS $$ ... $$;
ALTER FUNCTION dawr.read_events(streams integer[], after bigint[], at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_heads() RETURNS TABLE(clinic_id integer, clinic text, "position" bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_heads() OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_lasting_board(codes text[] DEFAULT NULL::text[]) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_lasting_board(codes text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_lasting_slots(clinic text, day date DEFAULT NULL::date, only_free boolean DEFAULT true) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_lasting_slots(clinic text, day date, only_free boolean) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_live_feed(at_most integer) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_live_feed(at_most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_next_free(slot bigint DEFAULT NULL::bigint, hold text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_next_free(slot bigint, hold text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_phone(token text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_phone(token text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_pins() RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_pins() OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_places(tickets bigint[]) RETURNS TABLE(asked bigint, place jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_places(tickets bigint[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_position(scope text DEFAULT 'patient'::text, token text DEFAULT NULL::text, clinic text DEFAULT NULL::text, patient text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_position(scope text, token text, clinic text, patient text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_pulse() RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_pulse() OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_report(kind text, day date DEFAULT NULL::date) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_report(kind text, day date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_revision() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_revision() OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_route(scope text DEFAULT 'patient'::text, token text DEFAULT NULL::text, patient text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_route(scope text, token text, patient text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_settings() RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_settings() OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_slots(clinic text, day date DEFAULT NULL::date, only_free boolean DEFAULT true) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_slots(clinic text, day date, only_free boolean) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_station(name text) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_station(name text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_ticket_route(ticket bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_ticket_route(ticket bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_webhook_target(name text) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_webhook_target(name text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.read_webhooks() RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.read_webhooks() OWNER TO dawr_owner;
CREATE FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.redraw_pins(press dawr.press, who dawr.begun, s dawr.site) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.redraw_pins(press dawr.press, who dawr.begun, s dawr.site) OWNER TO dawr_owner;
CREATE FUNCTION dawr.refuse(code text, facts jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.refuse(code text, facts jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.refuse_held(who dawr.begun, s dawr.site, v dawr.visit, holder text) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.refuse_held(who dawr.begun, s dawr.site, v dawr.visit, holder text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.refuse_locked(site integer, subject text, most integer) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.refuse_locked(site integer, subject text, most integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.regenerate_pin(press dawr.press, clinic text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.regenerate_pin(press dawr.press, clinic text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.release_hold(press dawr.press, hold text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.release_hold(press dawr.press, hold text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.report(s dawr.site, kind text, day date) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.report(s dawr.site, kind text, day date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.report_rows(s dawr.site, since date, till date) RETURNS TABLE(part text, clinic text, day date, hour integer, arrivals integer, called integer, done integer, no_shows integer, cancelled integer, transferred integer, expired integer, wait_p50_seconds integer, wait_p90_seconds integer, service_p50_seconds integer, service_p90_seconds integer)
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.report_rows(s dawr.site, since date, till date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.require_reason(reason text) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.require_reason(reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.require_scope(who dawr.begun, VARIADIC scopes text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.require_scope(who dawr.begun, VARIADIC scopes text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.require_state(t dawr.ticket, states text[], told boolean DEFAULT true) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.require_state(t dawr.ticket, states text[], told boolean) OWNER TO dawr_owner;
CREATE FUNCTION dawr.reset_clinic(press dawr.press, clinic text, reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.reset_clinic(press dawr.press, clinic text, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.restored(t dawr.ticket, last dawr.event) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.restored(t dawr.ticket, last dawr.event) OWNER TO dawr_owner;
CREATE FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.route_answer(s dawr.site, v dawr.visit) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.route_answer(s dawr.site, v dawr.visit) OWNER TO dawr_owner;
CREATE FUNCTION dawr.runs_across(s dawr.site, clinic integer, instant timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.runs_across(s dawr.site, clinic integer, instant timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.send_again(press dawr.press, name text, id uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.send_again(press dawr.press, name text, id uuid) OWNER TO dawr_owner;
CREATE FUNCTION dawr.served_seconds(t dawr.ticket) RETURNS double precision
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.served_seconds(t dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.server_site() RETURNS integer
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.server_site() OWNER TO dawr_owner;
CREATE FUNCTION dawr.service_day(s dawr.site, at timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.service_day(s dawr.site, at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.service_facts(c dawr.clinic, h dawr.head) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.service_facts(c dawr.clinic, h dawr.head) OWNER TO dawr_owner;
CREATE FUNCTION dawr.set_stops(s dawr.site, v dawr.visit, clinics text[], why text) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.set_stops(s dawr.site, v dawr.visit, clinics text[], why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.setting_list(s dawr.site) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.setting_list(s dawr.site) OWNER TO dawr_owner;
CREATE FUNCTION dawr.setting_trouble(wanted text, value jsonb) RETURNS text
    LANGUAGE plpgsql STABLE
    AS $_$
declare
    k record;
    told text := left(value::text, 40);
begin
    select * into k from known_settings() x where x.name = wanted;
    if not found then
        return 'there is no such setting; there are ' || (select string_agg(x.name, ', ') from known_settings() x);
    elsif k.optional and value = 'null' then
        return null;
    elsif k.kind = 'boolean' then
        return case when jsonb_typeof(value) <> 'boolean' then format('true or false, not %s', told) end;
    elsif k.kind = 'time' then
        return case when jsonb_typeof(value) <> 'string' or value #>> '{}' !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
            then format('a time from 00:00 to 23:59, not %s', told) end;
    elsif jsonb_typeof(value) <> 'number' or trunc(value::text::numeric) <> value::text::numeric
          or value::text::numeric not between k.low and k.high then
        return format('a whole number from %s to %s (%s)%s, not %s', k.low, k.high, k.unit,
                      case when k.optional then ' or null' else '' end, told);
    end if;
    return null;
end $_$;
ALTER FUNCTION dawr.setting_trouble(wanted text, value jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.setting_values(s dawr.site) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.setting_values(s dawr.site) OWNER TO dawr_owner;
CREATE FUNCTION dawr.settle_delivery(id uuid, try integer, error text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.settle_delivery(id uuid, try integer, error text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.slot_answer(x dawr.slot, status text) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.slot_answer(x dawr.slot, status text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.slot_status(x dawr.slot) RETURNS text
    LANGUAGE sql
    AS $$ ... $$;
ALTER FUNCTION dawr.slot_status(x dawr.slot) OWNER TO dawr_owner;
CREATE FUNCTION dawr.slot_times(s dawr.site, clinic integer, day date) RETURNS TABLE(starts_at timestamp with time zone, ends_at timestamp with time zone)
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.slot_times(s dawr.site, clinic integer, day date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.slots_of_day(s dawr.site, clinic integer, day date) RETURNS TABLE(x dawr.slot, status text)
    LANGUAGE sql
    AS $$ ... $$;
ALTER FUNCTION dawr.slots_of_day(s dawr.site, clinic integer, day date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.slots_over(x dawr.slot) RETURNS SETOF dawr.slot
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.slots_over(x dawr.slot) OWNER TO dawr_owner;
CREATE FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.start_work(press dawr.press) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.start_work(press dawr.press) OWNER TO dawr_owner;
CREATE TABLE dawr.token (
    site_id integer NOT NULL,
    name text NOT NULL,
    scope text NOT NULL,
    hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    clinics text[],
    is_station boolean DEFAULT false NOT NULL,
    CONSTRAINT token_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
    CONSTRAINT token_scope_check CHECK ((scope = ANY (ARRAY['kiosk'::text, 'staff'::text, 'admin'::text, 'display'::text])))
);
ALTER TABLE dawr.token OWNER TO dawr_owner;
CREATE FUNCTION dawr.station_answer(s dawr.site, t dawr.token) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.station_answer(s dawr.site, t dawr.token) OWNER TO dawr_owner;
CREATE FUNCTION dawr.stays_over(s dawr.site, clinic integer, since date, today date) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.stays_over(s dawr.site, clinic integer, since date, today date) OWNER TO dawr_owner;
CREATE FUNCTION dawr.step(t dawr.ticket, to_state text, if_alive boolean DEFAULT false, served_s double precision DEFAULT NULL::double precision, at_work integer DEFAULT NULL::integer) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.step(t dawr.ticket, to_state text, if_alive boolean, served_s double precision, at_work integer) OWNER TO dawr_owner;
CREATE FUNCTION dawr.stop_after(s dawr.site, was dawr.ticket) RETURNS integer
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.stop_after(s dawr.site, was dawr.ticket) OWNER TO dawr_owner;
CREATE FUNCTION dawr.stops_of(s dawr.site, v dawr.visit, leaving bigint DEFAULT NULL::bigint) RETURNS TABLE(clinic_id integer, place smallint, fixed boolean, is_done boolean, is_open boolean, label text)
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.stops_of(s dawr.site, v dawr.visit, leaving bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.sweep_outbox(at_most integer DEFAULT 500) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.sweep_outbox(at_most integer) OWNER TO dawr_owner;
CREATE TABLE dawr.webhook (
    site_id integer NOT NULL,
    id integer NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    secret text NOT NULL,
    kinds text[] DEFAULT '{}'::text[] NOT NULL,
    created_at timestamp with time zone NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    failing_since timestamp with time zone,
    rests_until timestamp with time zone,
    off_at timestamp with time zone,
    off_reason text,
    CONSTRAINT webhook_check CHECK (((off_at IS NULL) = (off_reason IS NULL))),
    CONSTRAINT webhook_check1 CHECK (((failures = 0) = (failing_since IS NULL))),
    CONSTRAINT webhook_failures_check CHECK ((failures >= 0)),
    CONSTRAINT webhook_kinds_check CHECK ((kinds <@ '{YOUR_TURN,NEXT_IN_LINE,NEAR_TURN,ALMOST_READY,IN_SERVICE,COMPLETED,NEXT_CLINIC}'::text[])),
    CONSTRAINT webhook_name_check CHECK ((name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'::text)),
    CONSTRAINT webhook_url_check CHECK (((url ~ '^https?://'::text) AND (length(url) <= 2000)))
);
ALTER TABLE dawr.webhook OWNER TO dawr_owner;
CREATE FUNCTION dawr.switch_off_webhook(w dawr.webhook, why text) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.switch_off_webhook(w dawr.webhook, why text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.switch_on_webhook(press dawr.press, name text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.switch_on_webhook(press dawr.press, name text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.take_booking(site integer, wanted text) RETURNS dawr.booking
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.take_booking(site integer, wanted text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.take_slot(site integer, wanted bigint) RETURNS dawr.slot
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.take_slot(site integer, wanted bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.take_ticket(who dawr.begun, ref dawr.ticket_ref, VARIADIC states text[]) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.take_ticket(who dawr.begun, ref dawr.ticket_ref, VARIADIC states text[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.take_undoable(who dawr.begun, ref dawr.ticket_ref) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.take_undoable(who dawr.begun, ref dawr.ticket_ref) OWNER TO dawr_owner;
CREATE FUNCTION dawr.take_untouched(who dawr.begun, child bigint, last dawr.event) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.take_untouched(who dawr.begun, child bigint, last dawr.event) OWNER TO dawr_owner;
CREATE FUNCTION dawr.tell_staff(press dawr.press, kind text, facts jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.tell_staff(press dawr.press, kind text, facts jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.tell_token(code text, secret text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.tell_token(code text, secret text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.ticket_answer(s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket, ahead integer, existing boolean) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.ticket_answer(s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket, ahead integer, existing boolean) OWNER TO dawr_owner;
CREATE FUNCTION dawr.ticket_to_end(who dawr.begun, s dawr.site, r dawr.room) RETURNS dawr.ticket
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.ticket_to_end(who dawr.begun, s dawr.site, r dawr.room) OWNER TO dawr_owner;
CREATE FUNCTION dawr.today_numbers(s dawr.site, clinics integer[], at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.today_numbers(s dawr.site, clinics integer[], at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.todays_visit(s dawr.site, patient bigint) RETURNS dawr.visit
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.todays_visit(s dawr.site, patient bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean DEFAULT true, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.turn_all(s dawr.site) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.turn_all(s dawr.site) OWNER TO dawr_owner;
CREATE FUNCTION dawr.turn_day(s dawr.site, h dawr.head) RETURNS dawr.head
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.turn_day(s dawr.site, h dawr.head) OWNER TO dawr_owner;
CREATE FUNCTION dawr.turn_stale(s dawr.site, clinics integer[]) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.turn_stale(s dawr.site, clinics integer[]) OWNER TO dawr_owner;
CREATE FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'dawr', 'pg_temp'
    AS $$ ... $$;
ALTER FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.undo_offer(s dawr.site, me dawr.login, at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.undo_offer(s dawr.site, me dawr.login, at timestamp with time zone) OWNER TO dawr_owner;
CREATE FUNCTION dawr.visit_to_edit(s dawr.site, ticket bigint, patient text) RETURNS dawr.visit
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.visit_to_edit(s dawr.site, ticket bigint, patient text) OWNER TO dawr_owner;
CREATE FUNCTION dawr.waiting_now(s dawr.site, h dawr.head) RETURNS integer
    LANGUAGE sql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.waiting_now(s dawr.site, h dawr.head) OWNER TO dawr_owner;
CREATE FUNCTION dawr.webhook_answer(w dawr.webhook) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    AS $$ ... $$;
ALTER FUNCTION dawr.webhook_answer(w dawr.webhook) OWNER TO dawr_owner;
CREATE FUNCTION dawr.write_clinic_event(h dawr.head, kind text, who dawr.begun DEFAULT NULL::dawr.begun, why text DEFAULT NULL::text, correlation text DEFAULT NULL::text, facts jsonb DEFAULT NULL::jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.write_clinic_event(h dawr.head, kind text, who dawr.begun, why text, correlation text, facts jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.write_move(press dawr.press, who dawr.begun, was dawr.ticket, t dawr.ticket, h dawr.head, kind text, why text DEFAULT NULL::text, undoes bigint DEFAULT NULL::bigint) RETURNS jsonb
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.write_move(press dawr.press, who dawr.begun, was dawr.ticket, t dawr.ticket, h dawr.head, kind text, why text, undoes bigint) OWNER TO dawr_owner;
CREATE FUNCTION dawr.write_route_event(press dawr.press, who dawr.begun, s dawr.site, clinic integer, t dawr.ticket, why text, facts jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.write_route_event(press dawr.press, who dawr.begun, s dawr.site, clinic integer, t dawr.ticket, why text, facts jsonb) OWNER TO dawr_owner;
CREATE FUNCTION dawr.write_slot_event(press dawr.press, who dawr.begun, s dawr.site, clinic integer, kind text, facts jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$ ... $$;
ALTER FUNCTION dawr.write_slot_event(press dawr.press, who dawr.begun, s dawr.site, clinic integer, kind text, facts jsonb) OWNER TO dawr_owner;
CREATE TABLE dawr.alembic_version (
    version_num character varying(32) NOT NULL
);
ALTER TABLE dawr.alembic_version OWNER TO dawr_owner;
ALTER TABLE dawr.booking ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.booking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
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
            WHEN ((h.service_day = d.today) OR dawr.stays_over(s.*, c.id, h.service_day, d.today)) THEN h.waiting
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
CREATE TABLE dawr.outbox (
    site_id integer NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    webhook_id integer NOT NULL,
    ticket_id bigint,
    kind text NOT NULL,
    clinic_id integer NOT NULL,
    event_position bigint,
    payload jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    give_up_at timestamp with time zone NOT NULL,
    tries smallint DEFAULT 0 NOT NULL,
    next_try_at timestamp with time zone,
    delivered_at timestamp with time zone,
    dead_at timestamp with time zone,
    last_error text,
    CONSTRAINT outbox_check CHECK ((num_nonnulls(next_try_at, delivered_at, dead_at) = 1)),
    CONSTRAINT outbox_tries_check CHECK ((tries >= 0))
);
ALTER TABLE dawr.outbox OWNER TO dawr_owner;
CREATE TABLE dawr.outbox_cursor (
    site_id integer NOT NULL,
    clinic_id integer NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT outbox_cursor_position_check CHECK (("position" >= 0))
);
ALTER TABLE dawr.outbox_cursor OWNER TO dawr_owner;
CREATE TABLE dawr.pairing (
    site_id integer NOT NULL,
    code text NOT NULL,
    secret_hash bytea NOT NULL,
    kind text NOT NULL,
    name text,
    address text,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    told_at timestamp with time zone,
    clinics text[],
    CONSTRAINT pairing_address_check CHECK (((length(address) >= 1) AND (length(address) <= 100))),
    CONSTRAINT pairing_check CHECK ((expires_at > made_at)),
    CONSTRAINT pairing_check1 CHECK ((told_at >= approved_at)),
    CONSTRAINT pairing_check2 CHECK (((approved_at IS NOT NULL) OR (told_at IS NULL))),
    CONSTRAINT pairing_clinics_check CHECK ((cardinality(clinics) > 0)),
    CONSTRAINT pairing_code_check CHECK ((code ~ '^[AC-HJ-NP-RT-Y34679]{7}$'::text)),
    CONSTRAINT pairing_kind_check CHECK ((kind = ANY (ARRAY['kiosk'::text, 'staff'::text, 'display'::text]))),
    CONSTRAINT pairing_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
    CONSTRAINT pairing_secret_hash_check CHECK ((length(secret_hash) = 32))
);
ALTER TABLE dawr.pairing OWNER TO dawr_owner;
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
CREATE TABLE dawr.pin (
    site_id integer NOT NULL,
    clinic_id integer NOT NULL,
    service_day date NOT NULL,
    code text NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    CONSTRAINT pin_code_check CHECK ((code ~ '^[0-9]{2,4}$'::text))
);
ALTER TABLE dawr.pin OWNER TO dawr_owner;
CREATE TABLE dawr.pin_try (
    site_id integer NOT NULL,
    subject text NOT NULL,
    clinic_id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pin_try_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
);
ALTER TABLE dawr.pin_try OWNER TO dawr_owner;
CREATE UNLOGGED TABLE dawr.rate (
    site_id integer NOT NULL,
    subject text NOT NULL,
    times timestamp with time zone[] NOT NULL,
    counts integer[] NOT NULL,
    until timestamp with time zone NOT NULL,
    CONSTRAINT rate_check CHECK ((cardinality(times) = cardinality(counts))),
    CONSTRAINT rate_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
)
WITH (fillfactor='50');
ALTER TABLE dawr.rate OWNER TO dawr_owner;
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
ALTER TABLE dawr.slot ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.slot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW dawr.slot_now AS
 SELECT x.*::dawr.slot AS slot,
    site_id,
    id,
    clinic_id,
    starts_at,
    ends_at,
        CASE
            WHEN (EXISTS ( SELECT
               FROM dawr.booking b
              WHERE ((b.site_id = x.site_id) AND (b.slot_id = x.id) AND (b.state <> 'cancelled'::text)))) THEN 'BOOKED'::text
            WHEN (EXISTS ( SELECT
               FROM dawr.slot_hold h
              WHERE ((h.site_id = x.site_id) AND (h.slot_id = x.id) AND (h.ended_at IS NULL) AND (h.expires_at > dawr.now())))) THEN 'HELD'::text
            ELSE 'FREE'::text
        END AS status
   FROM dawr.slot x;
ALTER VIEW dawr.slot_now OWNER TO dawr_owner;
CREATE TABLE dawr.slot_schedule (
    site_id integer NOT NULL,
    clinic_id integer NOT NULL,
    weekday smallint NOT NULL,
    begins_at time without time zone NOT NULL,
    ends_at time without time zone NOT NULL,
    every interval DEFAULT '00:15:00'::interval NOT NULL,
    CONSTRAINT slot_schedule_check CHECK ((ends_at > begins_at)),
    CONSTRAINT slot_schedule_every_check CHECK (((every >= '00:01:00'::interval) AND (every <= '12:00:00'::interval))),
    CONSTRAINT slot_schedule_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
ALTER TABLE dawr.slot_schedule OWNER TO dawr_owner;
ALTER TABLE dawr.ticket ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.ticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE dawr.visit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.visit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE dawr.visit_stop (
    site_id integer NOT NULL,
    visit_id bigint NOT NULL,
    clinic_id integer NOT NULL,
    place smallint NOT NULL,
    fixed boolean DEFAULT false NOT NULL,
    done_at timestamp with time zone,
    reason text,
    CONSTRAINT visit_stop_place_check CHECK ((place >= 1))
);
ALTER TABLE dawr.visit_stop OWNER TO dawr_owner;
ALTER TABLE dawr.webhook ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dawr.webhook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY dawr.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY dawr.booking
    ADD CONSTRAINT booking_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.booking
    ADD CONSTRAINT booking_site_id_code_key UNIQUE (site_id, code);
ALTER TABLE ONLY dawr.booking
    ADD CONSTRAINT booking_site_id_hold_id_key UNIQUE (site_id, hold_id);
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
ALTER TABLE ONLY dawr.outbox_cursor
    ADD CONSTRAINT outbox_cursor_pkey PRIMARY KEY (site_id, clinic_id);
ALTER TABLE ONLY dawr.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.pairing
    ADD CONSTRAINT pairing_pkey PRIMARY KEY (site_id, code);
ALTER TABLE ONLY dawr.patient_identifier
    ADD CONSTRAINT patient_identifier_pkey PRIMARY KEY (site_id, system, value);
ALTER TABLE ONLY dawr.patient
    ADD CONSTRAINT patient_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.patient_read
    ADD CONSTRAINT patient_read_pkey PRIMARY KEY (site_id, day, actor, patient_id);
ALTER TABLE ONLY dawr.pin
    ADD CONSTRAINT pin_pkey PRIMARY KEY (site_id, clinic_id, service_day);
ALTER TABLE ONLY dawr.pin
    ADD CONSTRAINT pin_site_id_service_day_code_key UNIQUE (site_id, service_day, code);
ALTER TABLE ONLY dawr.rate
    ADD CONSTRAINT rate_pkey PRIMARY KEY (site_id, subject);
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
ALTER TABLE ONLY dawr.slot_hold
    ADD CONSTRAINT slot_hold_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.slot
    ADD CONSTRAINT slot_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.slot_schedule
    ADD CONSTRAINT slot_schedule_pkey PRIMARY KEY (site_id, clinic_id, weekday, begins_at);
ALTER TABLE ONLY dawr.slot
    ADD CONSTRAINT slot_site_id_clinic_id_starts_at_ends_at_key UNIQUE (site_id, clinic_id, starts_at, ends_at);
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
ALTER TABLE ONLY dawr.visit_stop
    ADD CONSTRAINT visit_stop_pkey PRIMARY KEY (site_id, visit_id, clinic_id);
ALTER TABLE ONLY dawr.webhook
    ADD CONSTRAINT webhook_pkey PRIMARY KEY (site_id, id);
ALTER TABLE ONLY dawr.webhook
    ADD CONSTRAINT webhook_site_id_name_key UNIQUE (site_id, name);
CREATE UNIQUE INDEX booking_of_slot ON dawr.booking USING btree (site_id, slot_id) WHERE (state <> 'cancelled'::text);
CREATE INDEX booking_patient ON dawr.booking USING btree (site_id, patient_id) WHERE (patient_id IS NOT NULL);
CREATE INDEX booking_personal ON dawr.booking USING btree (site_id, booked_at) WHERE ((patient_id IS NOT NULL) OR (name IS NOT NULL) OR (mobile IS NOT NULL));
CREATE INDEX booking_slot ON dawr.booking USING btree (site_id, slot_id);
CREATE INDEX event_words ON dawr.event USING btree (site_id, at) WHERE ((ticket_id IS NOT NULL) AND ((reason IS NOT NULL) OR ((before ->> 'note'::text) IS NOT NULL) OR ((before ->> 'reason'::text) IS NOT NULL)));
CREATE INDEX idempotency_expiry ON dawr.idempotency USING btree (expires_at);
CREATE INDEX outbox_age ON dawr.outbox USING btree (site_id, made_at);
CREATE INDEX outbox_dead ON dawr.outbox USING btree (site_id, webhook_id, dead_at) WHERE (dead_at IS NOT NULL);
CREATE INDEX outbox_due ON dawr.outbox USING btree (site_id, webhook_id, next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE UNIQUE INDEX outbox_event ON dawr.outbox USING btree (site_id, webhook_id, clinic_id, event_position) WHERE (event_position IS NOT NULL);
CREATE INDEX outbox_give_up ON dawr.outbox USING btree (site_id, give_up_at) WHERE (next_try_at IS NOT NULL);
CREATE UNIQUE INDEX outbox_nearing ON dawr.outbox USING btree (site_id, webhook_id, ticket_id, kind) WHERE (event_position IS NULL);
CREATE INDEX pairing_age ON dawr.pairing USING btree (site_id, expires_at);
CREATE INDEX patient_age ON dawr.patient USING btree (site_id, created_at);
CREATE INDEX patient_identifier_patient ON dawr.patient_identifier USING btree (site_id, patient_id);
CREATE INDEX pin_try_age ON dawr.pin_try USING btree (at);
CREATE INDEX pin_try_subject ON dawr.pin_try USING btree (site_id, subject, at);
CREATE INDEX slot_hold_address ON dawr.slot_hold USING btree (site_id, address) WHERE (ended_at IS NULL);
CREATE INDEX slot_hold_age ON dawr.slot_hold USING btree (site_id, made_at);
CREATE UNIQUE INDEX slot_hold_of_slot ON dawr.slot_hold USING btree (site_id, slot_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX slot_hold_open ON dawr.slot_hold USING btree (site_id, clinic_id, patient_id) WHERE (ended_at IS NULL);
CREATE INDEX slot_hold_patient ON dawr.slot_hold USING btree (site_id, patient_id);
CREATE INDEX slot_hold_slot ON dawr.slot_hold USING btree (site_id, slot_id);
CREATE INDEX ticket_aside ON dawr.ticket USING btree (site_id, clinic_id) WHERE (state = ANY (ARRAY['held'::text, 'called'::text, 'serving'::text]));
CREATE UNIQUE INDEX ticket_in_hand ON dawr.ticket USING btree (site_id, room_id, place) WHERE (state = ANY (ARRAY['called'::text, 'serving'::text]));
CREATE UNIQUE INDEX ticket_number ON dawr.ticket USING btree (site_id, clinic_id, service_day, series, number);
CREATE UNIQUE INDEX ticket_one_active ON dawr.ticket USING btree (site_id, patient_id, clinic_id, service_day) WHERE ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text, 'held'::text])) AND (patient_id IS NOT NULL));
CREATE INDEX ticket_patient ON dawr.ticket USING btree (site_id, patient_id, clinic_id, id) WHERE (patient_id IS NOT NULL);
CREATE INDEX ticket_personal ON dawr.ticket USING btree (site_id, issued_at) WHERE ((patient_id IS NOT NULL) OR (visit_id IS NOT NULL) OR (note IS NOT NULL) OR (reason IS NOT NULL) OR (encounter_ref IS NOT NULL) OR (appointment_ref IS NOT NULL) OR (mobile IS NOT NULL));
CREATE INDEX ticket_visit ON dawr.ticket USING btree (site_id, visit_id) WHERE (visit_id IS NOT NULL);
CREATE INDEX ticket_waiting ON dawr.ticket USING btree (site_id, clinic_id, queue_at, id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX visit_one_a_day ON dawr.visit USING btree (site_id, patient_id, service_day);
CREATE INDEX visit_patient ON dawr.visit USING btree (site_id, patient_id);
CREATE TRIGGER keep_pins_few AFTER INSERT OR UPDATE OF pin_required ON dawr.clinic FOR EACH ROW WHEN (new.pin_required) EXECUTE FUNCTION dawr.keep_pins_few();
CREATE TRIGGER keep_pins_few AFTER UPDATE OF pin_digits ON dawr.site FOR EACH ROW EXECUTE FUNCTION dawr.keep_pins_few();
CREATE TRIGGER keep_places AFTER INSERT OR UPDATE OF places ON dawr.room FOR EACH ROW EXECUTE FUNCTION dawr.keep_places();
ALTER TABLE ONLY dawr.booking
    ADD CONSTRAINT booking_site_id_patient_id_fkey FOREIGN KEY (site_id, patient_id) REFERENCES dawr.patient(site_id, id);
ALTER TABLE ONLY dawr.booking
    ADD CONSTRAINT booking_site_id_slot_id_fkey FOREIGN KEY (site_id, slot_id) REFERENCES dawr.slot(site_id, id);
ALTER TABLE ONLY dawr.booking
    ADD CONSTRAINT booking_site_id_ticket_id_fkey FOREIGN KEY (site_id, ticket_id) REFERENCES dawr.ticket(site_id, id);
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
ALTER TABLE ONLY dawr.outbox_cursor
    ADD CONSTRAINT outbox_cursor_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.outbox
    ADD CONSTRAINT outbox_site_id_webhook_id_fkey FOREIGN KEY (site_id, webhook_id) REFERENCES dawr.webhook(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.pairing
    ADD CONSTRAINT pairing_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.patient_identifier
    ADD CONSTRAINT patient_identifier_site_id_patient_id_fkey FOREIGN KEY (site_id, patient_id) REFERENCES dawr.patient(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.patient
    ADD CONSTRAINT patient_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.pin
    ADD CONSTRAINT pin_site_id_clinic_id_fkey FOREIGN KEY (site_id, clinic_id) REFERENCES dawr.clinic(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.pin_try
    ADD CONSTRAINT pin_try_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.room_place
    ADD CONSTRAINT room_place_site_id_room_id_fkey FOREIGN KEY (site_id, room_id) REFERENCES dawr.room(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.room
    ADD CONSTRAINT room_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
ALTER TABLE ONLY dawr.slot_hold
    ADD CONSTRAINT slot_hold_site_id_patient_id_fkey FOREIGN KEY (site_id, patient_id) REFERENCES dawr.patient(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.slot_hold
    ADD CONSTRAINT slot_hold_site_id_slot_id_fkey FOREIGN KEY (site_id, slot_id) REFERENCES dawr.slot(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.slot_schedule
    ADD CONSTRAINT slot_schedule_site_id_clinic_id_fkey FOREIGN KEY (site_id, clinic_id) REFERENCES dawr.clinic(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.slot
    ADD CONSTRAINT slot_site_id_clinic_id_fkey FOREIGN KEY (site_id, clinic_id) REFERENCES dawr.clinic(site_id, id) ON DELETE CASCADE;
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
ALTER TABLE ONLY dawr.visit_stop
    ADD CONSTRAINT visit_stop_site_id_clinic_id_fkey FOREIGN KEY (site_id, clinic_id) REFERENCES dawr.clinic(site_id, id);
ALTER TABLE ONLY dawr.visit_stop
    ADD CONSTRAINT visit_stop_site_id_visit_id_fkey FOREIGN KEY (site_id, visit_id) REFERENCES dawr.visit(site_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY dawr.webhook
    ADD CONSTRAINT webhook_site_id_fkey FOREIGN KEY (site_id) REFERENCES dawr.site(id);
GRANT USAGE ON SCHEMA dawr TO dawr_kiosk;
GRANT USAGE ON SCHEMA dawr TO dawr_staff;
GRANT USAGE ON SCHEMA dawr TO dawr_server;
REVOKE ALL ON FUNCTION dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.add_note(press dawr.press, ref dawr.ticket_ref, note text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.adopt_ticket(t dawr.ticket, visit bigint, holder text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.after_draw(h dawr.head, t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.after_turn(was dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.announce_pin(press dawr.press, who dawr.begun, clinic integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.announce_state(press dawr.press, who dawr.begun, c dawr.clinic, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.apply_edit(s dawr.site, v dawr.visit, action text, why text, clinics text[], clinic integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.approve_station(press dawr.press, code text, name text, clinics text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.approve_station(press dawr.press, code text, name text, clinics text[]) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.ask_for_help(press dawr.press) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.ask_for_help(press dawr.press) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.ask_for_help(press dawr.press) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.back_in_line(press dawr.press, who dawr.begun, was dawr.ticket, kind text, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.back_off(failures integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.begin_move(press dawr.press) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.begin_visit(s dawr.site, patient bigint, e dawr.exam_type, gender text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.booking_ticket(b dawr.booking) FROM PUBLIC;
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
REVOKE ALL ON FUNCTION dawr.cancel_booking(press dawr.press, code text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.cancel_booking(press dawr.press, code text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.cancel_booking(press dawr.press, code text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.cancel_child(press dawr.press, who dawr.begun, was dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.cancel_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.candidates(s dawr.site, v dawr.visit, leaving bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.change_priority(press dawr.press, ref dawr.ticket_ref, priority text, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.change_settings(press dawr.press, changes jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.change_settings(press dawr.press, changes jsonb) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.changes_at(s dawr.site, c dawr.clinic, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_address(site integer, from_address text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_booked(who dawr.begun, t dawr.ticket, b dawr.booking, holder text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_entry(s dawr.site, c dawr.clinic, gender text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_free(s dawr.site, wanted dawr.slot) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_holds(who dawr.begun, clinic integer, patient bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_in(press dawr.press, code text, holder text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.check_in(press dawr.press, code text, holder text) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.check_in(press dawr.press, code text, holder text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.check_in(press dawr.press, code text, holder text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.check_pin(s dawr.site, c dawr.clinic, t dawr.ticket, given text, address text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_remote(who dawr.begun, s dawr.site) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_undoable(who dawr.begun, s dawr.site, last dawr.event) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.check_window(b dawr.booking) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.choose_stop(s dawr.site, v dawr.visit, leaving bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.claim(site integer, clinics integer[], credits integer[], seeker text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.claim_deliveries(at_most integer, each integer, passing integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.claim_deliveries(at_most integer, each integer, passing integer[]) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.clinic_state(s dawr.site, c dawr.clinic, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.clinics_due() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.clinics_due() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.complete_work(press dawr.press, attempt uuid, answer jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.complete_work(press dawr.press, attempt uuid, answer jsonb) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.confirm_booking(press dawr.press, hold text, name text, mobile text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.confirm_booking(press dawr.press, hold text, name text, mobile text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.copy_stops(s dawr.site, v dawr.visit, e dawr.exam_type) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.count_ahead(t dawr.ticket, h dawr.head) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.count_in_hand(r dawr.room) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.count_rate(site integer, subject text, at_most integer, span interval, hits integer, OUT granted integer, OUT remaining integer, OUT reset_s integer, OUT retry_after_s integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.count_request(subject text, at_most integer, span_s integer, hits integer, OUT granted integer, OUT remaining integer, OUT reset_s integer, OUT retry_after_s integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.count_request(subject text, at_most integer, span_s integer, hits integer, OUT granted integer, OUT remaining integer, OUT reset_s integer, OUT retry_after_s integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.count_try(site integer, subject text, clinic integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.create_webhook(press dawr.press, name text, url text, secret text, kinds text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.create_webhook(press dawr.press, name text, url text, secret text, kinds text[]) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.credit(s dawr.site, priority text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.delete_webhook(press dawr.press, name text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.delete_webhook(press dawr.press, name text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.desk_booking(b dawr.booking, x dawr.slot, clinic text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.desk_ticket(t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.desks_at_work(site integer, clinic integer, desk text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.draw_booked(press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, b dawr.booking, visit bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.draw_code(site integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.draw_pins(s dawr.site, day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.draw_ticket(press dawr.press, who dawr.begun, s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.due_of(s dawr.site, v dawr.visit, leaving bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.edit_route(press dawr.press, action text, reason text, patient text, ticket bigint, clinics text[], clinic text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.edit_route(press dawr.press, action text, reason text, patient text, ticket bigint, clinics text[], clinic text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.edit_route(press dawr.press, action text, reason text, patient text, ticket bigint, clinics text[], clinic text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.end_hold(site integer, hold text, outcome text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.end_move(press dawr.press, who dawr.begun, answer jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.end_stops(press dawr.press, who dawr.begun, s dawr.site, v dawr.visit, action text, why text, clinic integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.enter_stop(press dawr.press, who dawr.begun, s dawr.site, v dawr.visit, clinic integer, came dawr.ticket, holder text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.erase_personal_data(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.erase_personal_data(at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.expected_wait_s(c dawr.clinic, h dawr.head, ahead integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.expire_dead(h dawr.head, all_open boolean, who dawr.begun, why text, correlation text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.expire_holds(site integer, clinic integer, of_slot bigint, of_patient bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.expire_ticket(press dawr.press, was dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.fail_work(press dawr.press, attempt uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.fail_work(press dawr.press, attempt uuid) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.fill_from_clinic(s dawr.site, clinic integer, seen bigint, upto bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.fill_outbox(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.fill_outbox(at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.find_clinic(site integer, wanted text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.find_exam(site integer, wanted text, for_gender text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.find_patient(who dawr.begun, value text, patient_name text, mobile text, patient_gender text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.find_place(scope text, token text, patient text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.find_place(scope text, token text, patient text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.find_token(digest bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.find_token(digest bytea) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.finish(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.finish_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.floor_level(sign text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.follow_ticket(asked dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.forget_keys(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.forget_keys(at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.forget_pairings(site integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.forget_rates(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.forget_rates(at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.free_pin(s dawr.site, day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.free_place(r dawr.room) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.go_on(press dawr.press, who dawr.begun, s dawr.site, was dawr.ticket, clinic integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.has_dead(h dawr.head) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.held_answer(s dawr.site, t dawr.ticket, existing boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.hold(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.hold_slot(press dawr.press, slot bigint, patient text, mobile text, address text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.hold_slot(press dawr.press, slot bigint, patient text, mobile text, address text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.is_held(s dawr.site, t dawr.ticket, h dawr.head) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.is_known(p dawr.patient) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.is_pin(s dawr.site, t dawr.ticket, given text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text, per_mobile integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text, per_mobile integer) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text, per_mobile integer) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.issue_ticket(press dawr.press, clinic text, patient text, name text, mobile text, gender text, priority text, party_size integer, practitioner text, holder text, per_mobile integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.join_route(who dawr.begun, s dawr.site, c dawr.clinic, patient bigint, holder text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.keep_mobile(t dawr.ticket, given text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.keep_pins_few() FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.keep_places() FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.known_settings() FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.last_calls(s dawr.site, codes text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.late_tickets(s dawr.site, clinic integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.leave(press dawr.press, ref dawr.ticket_ref, pin text, queue_number integer, holder text, address text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.leave(press dawr.press, ref dawr.ticket_ref, pin text, queue_number integer, holder text, address text) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.leave(press dawr.press, ref dawr.ticket_ref, pin text, queue_number integer, holder text, address text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.leave(press dawr.press, ref dawr.ticket_ref, pin text, queue_number integer, holder text, address text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.let_in(who dawr.begun, code text, name text, clinics text[], correlation text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.limit_mobile(site integer, mobile text, at_most integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.lock_head(s dawr.site, clinic integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.lock_heads(s dawr.site, VARIADIC clinics integer[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.lock_key(site integer, key_scope text, key_user text, key text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.lock_patient(site integer, patient bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.lock_pins(site integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.lock_room(site integer, wanted text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.log_in(press dawr.press, patient text, gender text, exam text, holder text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.log_in(press dawr.press, patient text, gender text, exam text, holder text) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.log_in(press dawr.press, patient text, gender text, exam text, holder text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.log_in(press dawr.press, patient text, gender text, exam text, holder text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.make_slots(s dawr.site, clinic integer, day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.mark_no_show(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.may_know(who dawr.begun, t dawr.ticket, holder text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.may_know_visit(who dawr.begun, v dawr.visit, holder text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.miss_ticket(press dawr.press, who dawr.begun, was dawr.ticket, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.new_pairing_code(site integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.new_secret(halves integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.note_reads(s dawr.site, reader text, patients bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.note_webhook(press dawr.press, who dawr.begun, name text, before text, after text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.notice_of(event_kind text, came_from bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.notice_payload(s dawr.site, t dawr.ticket, kind text, at timestamp with time zone, room text, ahead integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.now() FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.onward(s dawr.site, was dawr.ticket, next dawr.ticket, known boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.open_clinic(press dawr.press, clinic text, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.open_ticket(h dawr.head, patient bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.open_tickets(s dawr.site, visit bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.opening_periods(s dawr.site, clinic integer, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.pair_station(press dawr.press, kind text, name text, address text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.pair_station(press dawr.press, kind text, name text, address text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.pass_time(clinic integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.pass_time(clinic integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.patient_value(site integer, patient bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.pause_clinic(press dawr.press, clinic text, reason text, until timestamp with time zone) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.place_again(t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.public_status(state text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.put_in_outbox(s dawr.site, t dawr.ticket, kind text, at timestamp with time zone, payload jsonb, event_position bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.random_token() FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.reactivate(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_board(codes text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_board(codes text[]) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.read_board(codes text[]) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.read_board(codes text[]) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_bookings(clinics text[], day date) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_bookings(clinics text[], day date) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.read_bookings(clinics text[], day date) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_clinic_stats() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_clinic_stats() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_dead_letters(name text, at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_dead_letters(name text, at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_desk(clinics text[], credits integer[], room text, practitioner text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_desk(clinics text[], credits integer[], room text, practitioner text) TO dawr_staff;
REVOKE ALL ON FUNCTION dawr.read_events(streams integer[], after bigint[], at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_events(streams integer[], after bigint[], at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_heads() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_heads() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_lasting_board(codes text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_lasting_board(codes text[]) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_lasting_slots(clinic text, day date, only_free boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_lasting_slots(clinic text, day date, only_free boolean) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_live_feed(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_live_feed(at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_next_free(slot bigint, hold text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_next_free(slot bigint, hold text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_phone(token text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_phone(token text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_pins() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_pins() TO dawr_staff;
GRANT ALL ON FUNCTION dawr.read_pins() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_places(tickets bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_places(tickets bigint[]) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_position(scope text, token text, clinic text, patient text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_position(scope text, token text, clinic text, patient text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_pulse() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_pulse() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_report(kind text, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_report(kind text, day date) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_revision() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_revision() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_route(scope text, token text, patient text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_route(scope text, token text, patient text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_settings() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_settings() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_slots(clinic text, day date, only_free boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_slots(clinic text, day date, only_free boolean) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_station(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_station(name text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_ticket_route(ticket bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_ticket_route(ticket bigint) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.read_ticket_route(ticket bigint) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_webhook_target(name text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_webhook_target(name text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.read_webhooks() FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.read_webhooks() TO dawr_server;
REVOKE ALL ON FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.recall(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.redraw_pins(press dawr.press, who dawr.begun, s dawr.site) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.refuse(code text, facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.refuse_held(who dawr.begun, s dawr.site, v dawr.visit, holder text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.refuse_locked(site integer, subject text, most integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.regenerate_pin(press dawr.press, clinic text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.regenerate_pin(press dawr.press, clinic text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.regenerate_pin(press dawr.press, clinic text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.release_hold(press dawr.press, hold text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.release_hold(press dawr.press, hold text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.report(s dawr.site, kind text, day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) TO dawr_kiosk;
GRANT ALL ON FUNCTION dawr.report_print_failure(press dawr.press, ticket bigint, why text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.report_rows(s dawr.site, since date, till date) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.require_reason(reason text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.require_scope(who dawr.begun, VARIADIC scopes text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.require_state(t dawr.ticket, states text[], told boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.reset_clinic(press dawr.press, clinic text, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.reset_clinic(press dawr.press, clinic text, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.restored(t dawr.ticket, last dawr.event) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.resume(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.route_answer(s dawr.site, v dawr.visit) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.runs_across(s dawr.site, clinic integer, instant timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.send_again(press dawr.press, name text, id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.send_again(press dawr.press, name text, id uuid) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.served_seconds(t dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.server_site() FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.service_day(s dawr.site, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.service_facts(c dawr.clinic, h dawr.head) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.set_stops(s dawr.site, v dawr.visit, clinics text[], why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.setting_list(s dawr.site) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.setting_trouble(wanted text, value jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.setting_values(s dawr.site) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.settle_delivery(id uuid, try integer, error text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.settle_delivery(id uuid, try integer, error text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.slot_answer(x dawr.slot, status text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.slot_status(x dawr.slot) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.slot_times(s dawr.site, clinic integer, day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.slots_of_day(s dawr.site, clinic integer, day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.slots_over(x dawr.slot) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.start_service(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.start_work(press dawr.press) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.start_work(press dawr.press) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.station_answer(s dawr.site, t dawr.token) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.stays_over(s dawr.site, clinic integer, since date, today date) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.step(t dawr.ticket, to_state text, if_alive boolean, served_s double precision, at_work integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.stop_after(s dawr.site, was dawr.ticket) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.stops_of(s dawr.site, v dawr.visit, leaving bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.sweep_outbox(at_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.sweep_outbox(at_most integer) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.switch_off_webhook(w dawr.webhook, why text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.switch_on_webhook(press dawr.press, name text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.switch_on_webhook(press dawr.press, name text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.take_booking(site integer, wanted text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.take_slot(site integer, wanted bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.take_ticket(who dawr.begun, ref dawr.ticket_ref, VARIADIC states text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.take_undoable(who dawr.begun, ref dawr.ticket_ref) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.take_untouched(who dawr.begun, child bigint, last dawr.event) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.tell_staff(press dawr.press, kind text, facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.tell_token(code text, secret text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.tell_token(code text, secret text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.ticket_answer(s dawr.site, c dawr.clinic, h dawr.head, t dawr.ticket, ahead integer, existing boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.ticket_to_end(who dawr.begun, s dawr.site, r dawr.room) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.today_numbers(s dawr.site, clinics integer[], at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.todays_visit(s dawr.site, patient bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.transfer(press dawr.press, ref dawr.ticket_ref, destination text, keep_arrival boolean, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.turn_all(s dawr.site) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.turn_day(s dawr.site, h dawr.head) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.turn_stale(s dawr.site, clinics integer[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_staff;
GRANT ALL ON FUNCTION dawr.undo(press dawr.press, ref dawr.ticket_ref, reason text) TO dawr_server;
REVOKE ALL ON FUNCTION dawr.undo_offer(s dawr.site, me dawr.login, at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.visit_to_edit(s dawr.site, ticket bigint, patient text) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.waiting_now(s dawr.site, h dawr.head) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.webhook_answer(w dawr.webhook) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.write_clinic_event(h dawr.head, kind text, who dawr.begun, why text, correlation text, facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.write_move(press dawr.press, who dawr.begun, was dawr.ticket, t dawr.ticket, h dawr.head, kind text, why text, undoes bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.write_route_event(press dawr.press, who dawr.begun, s dawr.site, clinic integer, t dawr.ticket, why text, facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION dawr.write_slot_event(press dawr.press, who dawr.begun, s dawr.site, clinic integer, kind text, facts jsonb) FROM PUBLIC;
