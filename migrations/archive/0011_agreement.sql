-- How this archive agrees with the others of its office: verdicts, scopes held, receipts, sessions.

-- The office's word on each change.
ALTER TABLE change ADD COLUMN dead INTEGER NOT NULL DEFAULT 0;  -- bit n: operation n was stated dead; only grows
ALTER TABLE change ADD COLUMN flags INTEGER NOT NULL DEFAULT 0; -- late, adopted
ALTER TABLE change ADD COLUMN received_at INTEGER;              -- the office's clock when it came there
ALTER TABLE change ADD COLUMN settled INTEGER CHECK (settled IN (0, 1)); -- a refused one: closed, adopted
ALTER TABLE change ADD COLUMN settled_why TEXT;                 -- why it was closed, in that person's words
CREATE INDEX change_by_seq ON change (scope, scope_seq) WHERE scope_seq IS NOT NULL;
CREATE INDEX change_waiting ON change (scope) WHERE verdict = 0;
CREATE INDEX change_refused ON change (number) WHERE verdict = 1;

-- The office's database as last heard of, and the clock there.
ALTER TABLE meta ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meta ADD COLUMN acl INTEGER NOT NULL DEFAULT 0;     -- the newest change of rights known
ALTER TABLE meta ADD COLUMN offset_ms INTEGER;                  -- office minus device; none until measured

-- The office that this archive joined; no row before.
CREATE TABLE joined_office (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    office_id   TEXT NOT NULL,           -- owner of the office's scopes from now on
    name        TEXT NOT NULL,
    address     TEXT NOT NULL,           -- where its server is
    certificate TEXT NOT NULL,           -- SHA-256 of the server's certificate, hexadecimal; empty: a public one
    joined_at   INTEGER NOT NULL
) STRICT;

-- Scopes of which there is anything, and how far each is here. Not derived: the log does not say it.
CREATE TABLE held_scope (
    scope       TEXT PRIMARY KEY,
    have        INTEGER NOT NULL DEFAULT 0, -- nothing numbered 1 to this is missing
    fetching    INTEGER NOT NULL DEFAULT 0 CHECK (fetching BETWEEN 0 AND 2), -- no, for the first time, again
    fetch_upto  INTEGER,                 -- up to which number, as the first page said
    fetch_below INTEGER                  -- the lowest number spoken of so far
) STRICT, WITHOUT ROWID;
INSERT INTO held_scope (scope) SELECT scope FROM scope;

-- Purges, each signed in its transaction; kept as evidence.
CREATE TABLE receipt (
    scope     TEXT NOT NULL,
    acl       INTEGER NOT NULL,          -- the change of rights obeyed
    at        INTEGER NOT NULL,
    signature BLOB NOT NULL,
    noted     INTEGER NOT NULL DEFAULT 0 CHECK (noted IN (0, 1)), -- the office has it
    PRIMARY KEY (scope, acl)
) STRICT, WITHOUT ROWID;

-- Scopes whose sums differed from the office's.
CREATE TABLE incident (
    scope TEXT NOT NULL,
    seq   INTEGER NOT NULL,
    here  BLOB NOT NULL,
    there BLOB NOT NULL,
    at    INTEGER NOT NULL,
    PRIMARY KEY (scope, seq, here, there)
) STRICT, WITHOUT ROWID;

-- Sessions with the office, in numbers.
CREATE TABLE sync_session (
    began_at  INTEGER PRIMARY KEY,
    ended_at  INTEGER NOT NULL,
    finished  INTEGER NOT NULL CHECK (finished IN (0, 1)),
    trouble   TEXT,                      -- why it stopped before its end
    confirmed INTEGER NOT NULL,
    late      INTEGER NOT NULL,
    refused   INTEGER NOT NULL,
    came      INTEGER NOT NULL,
    waiting   INTEGER NOT NULL,
    entered   INTEGER NOT NULL,
    departed  INTEGER NOT NULL,
    same      INTEGER NOT NULL,
    differ    INTEGER NOT NULL
) STRICT;

-- Derived from here on, made anew: who opened a scope is not asked of the archive, and a record remembers the change
-- that made it, so that of two makers the same one counts on every laptop.
DROP TABLE scope;
CREATE TABLE scope (
    scope  TEXT PRIMARY KEY,
    digest BLOB NOT NULL                 -- XOR over the live writes, own pending ones included
) STRICT, WITHOUT ROWID;

DROP TABLE record;
CREATE TABLE record (
    id      TEXT PRIMARY KEY,
    kind    INTEGER NOT NULL,
    scope   TEXT NOT NULL,
    made_by BLOB NOT NULL                -- the change
) STRICT, WITHOUT ROWID;
CREATE INDEX record_by_scope ON record (scope);

-- Records where two people wrote without seeing each other, until a person decides.
CREATE TABLE clash (
    record    TEXT PRIMARY KEY,
    kind      INTEGER NOT NULL,
    scope     TEXT NOT NULL,
    contested INTEGER NOT NULL CHECK (contested IN (0, 1)) -- deleted by one, edited by another
) STRICT, WITHOUT ROWID;
CREATE INDEX clash_by_scope ON clash (scope);
