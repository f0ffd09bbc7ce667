-- What was asked of the office, and how it ended.
CREATE TABLE office_request (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

-- When this archive heard what became of a change that was refused, so that its author is told for a while.
ALTER TABLE change ADD COLUMN settled_at INTEGER;
CREATE INDEX change_adopted ON change (number) WHERE settled = 1;
