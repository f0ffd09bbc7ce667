-- What her forms held when she last left them: the copies of drafts that travel in her own scope.
CREATE TABLE draft_copy (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    ended   TEXT AS (json_extract(body, '$.ended'))
) STRICT;
CREATE INDEX draft_copy_open ON draft_copy (scope) WHERE ended IS NULL;

-- The moment of saving that the last copy holds: what was typed since stands in this archive alone.
ALTER TABLE draft ADD COLUMN copied_at INTEGER;
