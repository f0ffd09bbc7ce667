-- What is derived from the log: registers, and one table a kind of one shape (see migrations/README.md). The scope is
-- part of every key: a change can never touch what another scope holds. Values of bodies are cut where they are
-- indexed, so that no value is too long for an index.

-- Live writes of registers and live additions of sets.
CREATE TABLE register (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    record      uuid NOT NULL,
    field       integer NOT NULL,        -- 0 is the mark of deletion
    change_id   uuid NOT NULL,
    op          smallint NOT NULL,
    act         bytea NOT NULL,          -- the operation, encoded as a payload of one
    eff_hlc     bigint NOT NULL,
    device      bytea NOT NULL,
    seq         bigint NOT NULL,
    PRIMARY KEY (scope_owner, scope_kind, record, field, change_id, op)
);

-- Writes replaced before they came: dead when they come.
CREATE TABLE replaced (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    record      uuid NOT NULL,
    field       integer NOT NULL,
    change_id   uuid NOT NULL,
    op          smallint NOT NULL,
    PRIMARY KEY (scope_owner, scope_kind, record, field, change_id, op)
);

-- Every record and the number of its kind.
CREATE TABLE record (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    kind        integer NOT NULL,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

-- The shape of every table of a kind.
CREATE TABLE shape (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

-- Settings of an operator, under her own id.
CREATE TABLE setting (LIKE shape INCLUDING ALL);
-- What her forms held when she last left them, in her own scope.
CREATE TABLE draft_copy (LIKE shape INCLUDING ALL);
-- Signed diary entries.
CREATE TABLE diary_entry (LIKE shape INCLUDING ALL);
-- Text and circumstances that fewer people may read, signed with their entry.
CREATE TABLE reserved_segment (LIKE shape INCLUDING ALL);
-- Signed corrections of signed entries.
CREATE TABLE rectification (LIKE shape INCLUDING ALL);
-- Signed annulments of signed entries.
CREATE TABLE annulment (LIKE shape INCLUDING ALL);
-- Signed confirmations of an entry by those whom it names as co-authors.
CREATE TABLE confirmation (LIKE shape INCLUDING ALL);
-- Categories given later to signed paragraphs.
CREATE TABLE classification (LIKE shape INCLUDING ALL);
-- What is to be done next, and by when.
CREATE TABLE next_action (LIKE shape INCLUDING ALL);
-- Appointments.
CREATE TABLE appointment (LIKE shape INCLUDING ALL);
-- The one header of an activity with several texts.
CREATE TABLE activity (LIKE shape INCLUDING ALL);
-- People of the registry.
CREATE TABLE person (LIKE shape INCLUDING ALL);
-- Addresses; the hidden ones live in the scope person.protected.
CREATE TABLE address (LIKE shape INCLUDING ALL);
-- Phones and mail addresses.
CREATE TABLE contact (LIKE shape INCLUDING ALL);
-- Family ties.
CREATE TABLE relation (LIKE shape INCLUDING ALL);
-- Households with all members they ever had.
CREATE TABLE household (LIKE shape INCLUDING ALL);
CREATE INDEX household_members ON household USING gin (body jsonb_path_ops);
-- Who decides for a minor, over time.
CREATE TABLE parental_responsibility (LIKE shape INCLUDING ALL);
-- What to know before going there.
CREATE TABLE alert (LIKE shape INCLUDING ALL);
-- Which record is a double of which.
CREATE TABLE person_merge (
    LIKE shape INCLUDING ALL,
    kept_id     text GENERATED ALWAYS AS (left(body ->> 'kept', 64)) STORED,
    absorbed_id text GENERATED ALWAYS AS (left(body ->> 'absorbed', 64)) STORED
);
CREATE INDEX person_merge_by_kept ON person_merge (kept_id);
CREATE INDEX person_merge_by_absorbed ON person_merge (absorbed_id);
-- School buildings.
CREATE TABLE school (LIKE shape INCLUDING ALL);
-- Classes of one school year.
CREATE TABLE school_class (LIKE shape INCLUDING ALL);
-- Who attends what in which school year.
CREATE TABLE school_enrolment (LIKE shape INCLUDING ALL);
-- Who works here: the office's own scope alone says what an operator may do.
CREATE TABLE operator (LIKE shape INCLUDING ALL);
-- Cases: whose, in which service, of which comune.
CREATE TABLE case_file (
    LIKE shape INCLUDING ALL,
    person  text GENERATED ALWAYS AS (left(body ->> 'person', 64)) STORED,
    service text GENERATED ALWAYS AS (left(body ->> 'service', 64)) STORED
);
CREATE INDEX case_file_by_person ON case_file (person);
CREATE INDEX case_file_by_service ON case_file (service);
-- Episodes of a case, each in its state.
CREATE TABLE episode (
    LIKE shape INCLUDING ALL,
    state text GENERATED ALWAYS AS (left(body #>> '{state,is}', 64)) STORED
);
-- Who works on a case, as what, from when to when.
CREATE TABLE assignment (
    LIKE shape INCLUDING ALL,
    operator text GENERATED ALWAYS AS (left(body ->> 'operator', 64)) STORED
);
CREATE INDEX assignment_by_operator ON assignment (operator);
-- The history of the states.
CREATE TABLE transition (LIKE shape INCLUDING ALL);
-- Messages left for the responsible of a case.
CREATE TABLE case_message (LIKE shape INCLUDING ALL);
-- Imports of an office's tables.
CREATE TABLE import_batch (LIKE shape INCLUDING ALL);
-- How the columns of an import were mapped.
CREATE TABLE import_mapping (LIKE shape INCLUDING ALL);
-- Groups of lines of an import.
CREATE TABLE import_part (LIKE shape INCLUDING ALL);

DROP TABLE shape;
