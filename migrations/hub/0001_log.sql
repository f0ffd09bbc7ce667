-- The office's primary stores: who takes part, every change with its verdict, what waits, what was given to whom.
-- A scope is named by its owner and the number of its kind. Numbers of changes are per scope and without gaps, given
-- under the scope's row lock; no identity column is a cursor.

-- This office: one row.
CREATE TABLE office (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    id       uuid NOT NULL,              -- owner of the office's scopes
    name     text NOT NULL,
    epoch    bigint NOT NULL,            -- life of this database, from 1; rises with every restore
    acl      bigint NOT NULL,            -- number of the newest change of rights
    day      text NOT NULL,              -- the day for which rights were last worked out
    operator uuid NOT NULL,              -- who writes for the office
    device   bytea NOT NULL              -- with which device
);

-- Changes of rights: one sequence an office.
CREATE TABLE acl (
    number bigint PRIMARY KEY,
    day    text NOT NULL,                -- assignments and posts are judged as of this day
    at     bigint NOT NULL,
    why    text NOT NULL
);

-- Devices: each one operator's archive on one laptop, and the office's own.
CREATE TABLE device (
    device       bytea PRIMARY KEY CHECK (octet_length(device) = 32),
    operator     uuid NOT NULL,          -- as the archive calls her
    staff        uuid NOT NULL,          -- as the office does
    public_key   bytea NOT NULL CHECK (octet_length(public_key) = 32),
    label        text NOT NULL,
    own_office   uuid NOT NULL,          -- what the archive was before it joined
    state        smallint NOT NULL CHECK (state BETWEEN 0 AND 2), -- active, suspended, revoked
    incarnation  bigint NOT NULL,
    seq          bigint NOT NULL,
    tip          bytea NOT NULL,
    enrolled_at  bigint NOT NULL,
    last_contact bigint,
    offset_ms    bigint
);
CREATE INDEX device_by_staff ON device (staff);

-- Who an operator of a laptop is among the staff; a member of the staff may have several laptops.
CREATE TABLE identity (
    operator uuid PRIMARY KEY,
    staff    uuid NOT NULL
);
CREATE INDEX identity_by_staff ON identity (staff);

-- One-time codes, by their hash.
CREATE TABLE enrol_code (
    hash     bytea PRIMARY KEY,
    staff    uuid NOT NULL,
    until    bigint NOT NULL,
    made_at  bigint NOT NULL,
    used_by  bytea,
    used_at  bigint
);

-- The devices' chains.
CREATE TABLE device_chain (
    device      bytea NOT NULL,
    incarnation bigint NOT NULL,
    dev_seq     bigint NOT NULL,
    header_hash bytea NOT NULL,
    change_id   uuid NOT NULL,
    PRIMARY KEY (device, incarnation, dev_seq)
);

-- Scopes. A row without `opened_by` was only locked, so that two do not open one scope at once.
CREATE TABLE scope (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    head        bigint NOT NULL DEFAULT 0,
    digest      bytea NOT NULL DEFAULT '\x0000000000000000000000000000000000000000000000000000000000000000',
    opened_by   uuid,                    -- the operator who holds it until the office decides
    of          uuid,                    -- the case or person that it is about
    opened_at   bigint,
    PRIMARY KEY (scope_owner, scope_kind)
);
CREATE INDEX scope_of ON scope (of) WHERE of IS NOT NULL;
CREATE INDEX scope_opened_by ON scope (opened_by);

-- Accepted changes as their authors encoded them. Only `dead` moves, and only upwards.
CREATE TABLE change (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    seq         bigint NOT NULL,
    change_id   uuid NOT NULL UNIQUE,
    device      bytea NOT NULL,
    author      uuid NOT NULL,
    header_hash bytea NOT NULL,
    bytes       bytea NOT NULL,
    eff_hlc     bigint NOT NULL,
    received_at bigint NOT NULL,
    flags       bigint NOT NULL,
    stands      bigint NOT NULL,         -- a bit an operation that can be live
    dead        bigint NOT NULL,         -- a bit an operation that was replaced
    PRIMARY KEY (scope_owner, scope_kind, seq)
);
CREATE INDEX change_live ON change (scope_owner, scope_kind, seq) WHERE stands & ~dead <> 0;

-- What waits for a person, whole. Settled rows stay.
CREATE TABLE quarantine (
    header_hash bytea PRIMARY KEY,
    change_id   uuid NOT NULL,
    device      bytea NOT NULL,
    author      uuid NOT NULL,
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    bytes       bytea NOT NULL,
    code        smallint NOT NULL,
    received_at bigint NOT NULL,
    arrived     bigint GENERATED ALWAYS AS IDENTITY, -- which of two that claim one id came first
    state       smallint NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2), -- waits, adopted, closed
    settled_by  uuid,
    settled_at  bigint,
    reason      text
);
CREATE INDEX quarantine_by_change ON quarantine (change_id);
CREATE INDEX quarantine_waits ON quarantine (scope_owner, scope_kind) WHERE state = 0;

-- What each device may hold, and whether it does.
CREATE TABLE device_scope (
    device      bytea NOT NULL,
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    hold        smallint NOT NULL CHECK (hold BETWEEN 0 AND 3), -- enter, live, leave, left
    acl         bigint NOT NULL,         -- the change of rights that last granted or withdrew it
    left_acl    bigint,                  -- the newest whose leaving was acknowledged
    PRIMARY KEY (device, scope_owner, scope_kind)
);
CREATE INDEX device_scope_by_scope ON device_scope (scope_owner, scope_kind);

-- Signed receipts of purges.
CREATE TABLE receipt (
    device      bytea NOT NULL,
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    acl         bigint NOT NULL,
    at          bigint NOT NULL,
    signature   bytea NOT NULL,
    noted_at    bigint NOT NULL,
    PRIMARY KEY (device, scope_owner, scope_kind, acl)
);

-- Where a laptop and the office held different things.
CREATE TABLE incident (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          bigint NOT NULL,
    device      bytea NOT NULL,
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    seq         bigint NOT NULL,
    theirs      bytea NOT NULL,
    ours        bytea NOT NULL
);

-- What was done from the office's desk: no names, ids only.
CREATE TABLE administration (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     bigint NOT NULL,
    act    text NOT NULL,
    about  text NOT NULL
);

-- What the office was asked to do (assign, merge persons, add staff).
CREATE TABLE request (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    change_id   uuid NOT NULL,
    author      uuid NOT NULL,
    command     jsonb NOT NULL,
    asked_at    bigint NOT NULL,
    settled_at  bigint,
    PRIMARY KEY (scope_owner, scope_kind, id, change_id)
);
CREATE INDEX request_open ON request (asked_at) WHERE settled_at IS NULL;

-- Cases as rights saw them, a row for each change of rights that touched them.
CREATE TABLE case_fact (
    case_id uuid NOT NULL,
    acl     bigint NOT NULL,
    facts   jsonb NOT NULL,
    PRIMARY KEY (case_id, acl)
);

-- Every person that a case ever named.
CREATE TABLE case_person (
    person  uuid NOT NULL,
    case_id uuid NOT NULL,
    PRIMARY KEY (person, case_id)
);

-- Members of staff as rights saw them.
CREATE TABLE staff_fact (
    staff uuid NOT NULL,
    acl   bigint NOT NULL,
    facts jsonb NOT NULL,
    PRIMARY KEY (staff, acl)
);
