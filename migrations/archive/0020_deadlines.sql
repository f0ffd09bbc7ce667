-- Deadlines: what people decided about them, and the deadlines themselves.

-- Signed decisions about a term: another end, an extension, that it was met.
CREATE TABLE deadline_change (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    record  TEXT AS (body ->> '$.record') VIRTUAL
) STRICT;
CREATE INDEX deadline_change_by_record ON deadline_change (record);

CREATE TRIGGER deadline_change_is_signed BEFORE UPDATE ON deadline_change
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER deadline_change_is_kept BEFORE DELETE ON deadline_change
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;

-- Deadlines as they stand, each by the record that says its term. Follows the records of every kind that says terms, the
-- decisions, the records that meet terms, and what the office decides about terms.
CREATE TABLE deadline (
    record  TEXT NOT NULL,
    code    TEXT NOT NULL,
    nth     INTEGER NOT NULL,
    case_id TEXT,             -- whose it is: a case's,
    person  TEXT,             -- or a person's, then in each of her cases
    due     TEXT NOT NULL,    -- its last day in Italy
    due_at  INTEGER,          -- its last moment, where hours count
    open    INTEGER NOT NULL, -- something is still to be done about it
    body    TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (record, code, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_by_case ON deadline (case_id, due) WHERE case_id IS NOT NULL;
CREATE INDEX deadline_by_person ON deadline (person, due) WHERE person IS NOT NULL;

-- Which record meets which term. Follows the records that meet terms.
CREATE TABLE deadline_met (
    met_by TEXT NOT NULL,
    record TEXT NOT NULL,
    body   TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (met_by, record, body)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_met_record ON deadline_met (record);
