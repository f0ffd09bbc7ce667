-- Signed confirmations of an entry by those whom it names as co-authors (conferma).
CREATE TABLE confirmation (
    id       TEXT PRIMARY KEY,
    scope    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    clashes  TEXT,
    deleted  INTEGER NOT NULL DEFAULT 0,
    entry_id TEXT AS (body ->> '$.entry') VIRTUAL,
    author   TEXT AS (body ->> '$.author') VIRTUAL
) STRICT;
CREATE INDEX confirmation_by_entry ON confirmation (entry_id);

CREATE TRIGGER confirmation_is_signed BEFORE UPDATE ON confirmation
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER confirmation_is_kept BEFORE DELETE ON confirmation
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;

-- The few entries that name a co-author, in the diary or among the reserved parts: what she may still confirm.
CREATE INDEX diary_entry_shared ON diary_entry (id) WHERE body ->> '$.header.co_authors[0]' IS NOT NULL;
CREATE INDEX reserved_segment_shared ON reserved_segment (entry_id) WHERE body ->> '$.header.co_authors[0]' IS NOT NULL;

-- The entries and headers of the office's activities, the newest first.
CREATE INDEX diary_entry_of_none ON diary_entry (scope, happened) WHERE case_id IS NULL;
CREATE INDEX activity_by_day ON activity (on_day);
