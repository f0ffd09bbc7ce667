-- The primary stores and the machinery derived from them. Only `change`, `audit` and `draft` hold what
-- cannot be made again.

-- Who this archive is: one row.
CREATE TABLE meta (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    store_id     BLOB NOT NULL,          -- as in the key slots
    office_id    TEXT NOT NULL,          -- owner of the office's scopes; kept at enrolment
    operator_id  TEXT NOT NULL,
    device_id    BLOB NOT NULL,          -- SHA-256 of the device's public key
    device_key   BLOB NOT NULL,          -- signing seed, sealed under a key derived from the master key
    incarnation  INTEGER NOT NULL,       -- life of the device's chain
    next_seq     INTEGER NOT NULL,       -- number of the next own change
    tip          BLOB NOT NULL,          -- SHA-256 of the last own header
    hlc          INTEGER NOT NULL,       -- last hybrid time given out
    migrations   TEXT NOT NULL DEFAULT '[]' -- SHA-256 of every migration that ran
) STRICT;

-- The change log: every change as its author encoded it, own and foreign. Never updated but for its verdict.
CREATE TABLE change (
    number     INTEGER PRIMARY KEY,      -- order of arrival on this laptop
    change_id  BLOB NOT NULL UNIQUE,
    scope      TEXT NOT NULL,
    scope_seq  INTEGER,                  -- the office's number, once accepted there
    own        INTEGER NOT NULL CHECK (own IN (0, 1)),
    header     BLOB NOT NULL,
    signature  BLOB NOT NULL,
    salt       BLOB,                     -- salt and payload go when the record is erased; the chain stays whole
    payload    BLOB,
    verdict    INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 3), -- pending, quarantined, accepted, erased
    code       TEXT,
    eff_hlc    INTEGER NOT NULL,
    at         INTEGER NOT NULL          -- device clock at writing, milliseconds
) STRICT;
CREATE INDEX change_by_scope ON change (scope, number);
CREATE INDEX change_pending ON change (number) WHERE verdict = 0 AND own = 1;

-- The device's own chain.
CREATE TABLE own_chain (
    incarnation INTEGER NOT NULL,
    dev_seq     INTEGER NOT NULL,
    change_id   BLOB NOT NULL,
    header_hash BLOB NOT NULL,
    PRIMARY KEY (incarnation, dev_seq)
) STRICT, WITHOUT ROWID;

-- The audit log: one hash chain of every opening, reading, search, print, export and write.
CREATE TABLE audit (
    seq   INTEGER PRIMARY KEY,
    event BLOB NOT NULL,                 -- CBOR as it was hashed
    hash  BLOB NOT NULL,                 -- SHA-256(previous hash || event)
    at    INTEGER NOT NULL,
    action INTEGER NOT NULL,
    operator TEXT NOT NULL,
    subject TEXT                         -- case or person the event is about
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, seq) WHERE subject IS NOT NULL;

-- Drafts: any form with unsaved input, its author's alone.
CREATE TABLE draft (
    id         TEXT PRIMARY KEY,
    kind       TEXT NOT NULL,            -- which form
    operator   TEXT NOT NULL,
    subject    TEXT,                     -- case or person it was started from
    content    TEXT NOT NULL CHECK (json_valid(content)),
    started_from TEXT NOT NULL DEFAULT '{}', -- the writes that were on screen
    created_at INTEGER NOT NULL,
    saved_at   INTEGER NOT NULL,
    closed_at  INTEGER,                  -- signed or discarded
    closed_by  TEXT                      -- what became of it: signed entry id, 'discarded'
) STRICT;
CREATE INDEX draft_open ON draft (operator, saved_at) WHERE closed_at IS NULL;

-- Derived from here on.

-- Scopes that this archive holds.
CREATE TABLE scope (
    scope    TEXT PRIMARY KEY,
    opened_by BLOB NOT NULL,
    digest   BLOB NOT NULL               -- XOR over the live writes
) STRICT, WITHOUT ROWID;

-- Every record: its kind and the scope that it lives in for ever.
CREATE TABLE record (
    id     TEXT PRIMARY KEY,
    kind   INTEGER NOT NULL,
    scope  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX record_by_scope ON record (scope);

-- Live writes of registers and live additions of sets. A change never touches what another scope holds, so the
-- scope is part of a register's name.
CREATE TABLE register (
    scope     TEXT NOT NULL,
    record    TEXT NOT NULL,
    field     INTEGER NOT NULL,          -- 0 is the mark of deletion
    change_id BLOB NOT NULL,
    op        INTEGER NOT NULL,
    act       BLOB NOT NULL,             -- the operation, encoded as a payload of one
    eff_hlc   INTEGER NOT NULL,
    device    BLOB NOT NULL,
    dev_seq   INTEGER,                   -- of own writes without a verdict
    scope_seq INTEGER,
    PRIMARY KEY (record, field, scope, change_id, op)
) STRICT, WITHOUT ROWID;

-- Writes replaced before they came, by register: they are dead when they come.
CREATE TABLE replaced (
    scope     TEXT NOT NULL,
    record    TEXT NOT NULL,
    field     INTEGER NOT NULL,
    change_id BLOB NOT NULL,
    op        INTEGER NOT NULL,
    PRIMARY KEY (record, field, scope, change_id, op)
) STRICT, WITHOUT ROWID;

-- What search finds: a row of the index and the record behind it.
CREATE TABLE search_doc (
    rowid   INTEGER PRIMARY KEY,         -- minutes of the occurrence shifted left, with a hash of the id
    id      TEXT NOT NULL,
    kind    INTEGER NOT NULL,
    scope   TEXT NOT NULL,
    subject TEXT NOT NULL                -- the person or case that a hit opens
) STRICT;
CREATE INDEX search_doc_by_id ON search_doc (id);

-- Full text of entries, cases, orders; newest first by rowid, never ranked by the index.
CREATE VIRTUAL TABLE search_text USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search_text (search_text, rank) VALUES ('automerge', 0);

-- Names, codes and phones of people, by the beginnings of their words.
CREATE VIRTUAL TABLE search_person USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search_person (search_person, rank) VALUES ('automerge', 0);

-- The same names, codes and phones by any three letters in a row, asked when the beginnings find nothing.
CREATE VIRTUAL TABLE search_infix USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
);

-- A row here lets purge, rebuild and erase pass the triggers, inside their own transaction.
CREATE TABLE pass (verb TEXT NOT NULL) STRICT;

CREATE TRIGGER change_is_immutable BEFORE UPDATE OF change_id, scope, header, signature, own, at ON change
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'the log is immutable'); END;
CREATE TRIGGER change_payload_is_immutable BEFORE UPDATE OF salt, payload ON change
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'the log is immutable'); END;
CREATE TRIGGER change_is_kept BEFORE DELETE ON change
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'the log is kept'); END;
CREATE TRIGGER audit_is_immutable BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is immutable'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is kept'); END;
