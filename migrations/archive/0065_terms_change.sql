-- What the office decided about its terms, and why, for ever.
CREATE TABLE terms_change (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER terms_change_is_signed BEFORE UPDATE ON terms_change
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER terms_change_is_kept BEFORE DELETE ON terms_change
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
