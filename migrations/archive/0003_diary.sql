-- The diary and the agenda. `happened` is day and hour as one text, so that one index gives the newest first.

-- Signed diary entries, one a file (nota di diario); a reserved one is a stub here.
CREATE TABLE diary_entry (
    id          TEXT PRIMARY KEY,
    scope       TEXT NOT NULL,
    body        TEXT NOT NULL CHECK (json_valid(body)),
    clashes     TEXT,
    deleted     INTEGER NOT NULL DEFAULT 0,
    case_id     TEXT AS (body ->> '$.case') VIRTUAL,
    happened    TEXT AS ((body ->> '$.occurred_on') || 'T' || ifnull(body ->> '$.starts', '')) VIRTUAL,
    author      TEXT AS (body ->> '$.author') VIRTUAL,
    act         TEXT AS (body ->> '$.act') VIRTUAL,
    kind        TEXT AS (body ->> '$.header.kind') VIRTUAL,
    placed_from TEXT AS (body ->> '$.placed_from') VIRTUAL
) STRICT;
CREATE INDEX diary_entry_by_case ON diary_entry (case_id, happened, id);
CREATE INDEX diary_entry_by_act ON diary_entry (act);
CREATE INDEX diary_entry_by_author ON diary_entry (author, happened);
CREATE INDEX diary_entry_placed ON diary_entry (placed_from) WHERE placed_from IS NOT NULL;

-- Text and circumstances that fewer people may read, signed with their entry.
CREATE TABLE reserved_segment (
    id       TEXT PRIMARY KEY,
    scope    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    clashes  TEXT,
    deleted  INTEGER NOT NULL DEFAULT 0,
    entry_id TEXT AS (body ->> '$.entry') VIRTUAL,
    case_id  TEXT AS (body ->> '$.case') VIRTUAL,
    level    TEXT AS (body ->> '$.read_by.level') VIRTUAL,
    kind     TEXT AS (body ->> '$.header.kind') VIRTUAL
) STRICT;
CREATE INDEX reserved_segment_by_entry ON reserved_segment (entry_id);
CREATE INDEX reserved_segment_by_case ON reserved_segment (case_id);

-- Signed corrections of signed entries (rettifica).
CREATE TABLE rectification (
    id       TEXT PRIMARY KEY,
    scope    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    clashes  TEXT,
    deleted  INTEGER NOT NULL DEFAULT 0,
    entry_id TEXT AS (body ->> '$.entry') VIRTUAL
) STRICT;
CREATE INDEX rectification_by_entry ON rectification (entry_id);

-- Signed annulments of signed entries (annullamento): the entry stays.
CREATE TABLE annulment (
    id       TEXT PRIMARY KEY,
    scope    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    clashes  TEXT,
    deleted  INTEGER NOT NULL DEFAULT 0,
    entry_id TEXT AS (body ->> '$.entry') VIRTUAL,
    reason   TEXT AS (body ->> '$.reason') VIRTUAL
) STRICT;
CREATE INDEX annulment_by_entry ON annulment (entry_id);

-- Categories given later to signed paragraphs.
CREATE TABLE classification (
    id       TEXT PRIMARY KEY,
    scope    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    clashes  TEXT,
    deleted  INTEGER NOT NULL DEFAULT 0,
    entry_id TEXT AS (body ->> '$.entry') VIRTUAL
) STRICT;
CREATE INDEX classification_by_entry ON classification (entry_id);

-- What is to be done next, and by when.
CREATE TABLE next_action (
    id       TEXT PRIMARY KEY,
    scope    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    clashes  TEXT,
    deleted  INTEGER NOT NULL DEFAULT 0,
    case_id  TEXT AS (body ->> '$.case') VIRTUAL,
    entry_id TEXT AS (body ->> '$.entry') VIRTUAL,
    who      TEXT AS (body ->> '$.who') VIRTUAL,
    due      TEXT AS (body ->> '$.due') VIRTUAL,
    state    TEXT AS (ifnull(body ->> '$.state.type', 'open')) VIRTUAL
) STRICT;
CREATE INDEX next_action_by_case ON next_action (case_id);
CREATE INDEX next_action_by_entry ON next_action (entry_id);
CREATE INDEX next_action_by_due ON next_action (state, due);

-- Appointments.
CREATE TABLE appointment (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    on_day  TEXT AS (body ->> '$.slot.on') VIRTUAL,
    state   TEXT AS (ifnull(body ->> '$.state.type', 'planned')) VIRTUAL,
    author  TEXT AS (body ->> '$.author') VIRTUAL
) STRICT;
CREATE INDEX appointment_by_day ON appointment (on_day);

-- The one header of an activity with several texts; it names no file.
CREATE TABLE activity (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    act     TEXT AS (body ->> '$.act') VIRTUAL,
    on_day  TEXT AS (body ->> '$.occurred_on') VIRTUAL
) STRICT;
CREATE INDEX activity_by_act ON activity (act);

-- Signed means immutable: only rebuild, purge and erase pass, by a row in `pass` of their own transaction.
CREATE TRIGGER diary_entry_is_signed BEFORE UPDATE ON diary_entry
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER diary_entry_is_kept BEFORE DELETE ON diary_entry
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
CREATE TRIGGER reserved_segment_is_signed BEFORE UPDATE ON reserved_segment
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER reserved_segment_is_kept BEFORE DELETE ON reserved_segment
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
CREATE TRIGGER rectification_is_signed BEFORE UPDATE ON rectification
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER rectification_is_kept BEFORE DELETE ON rectification
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
CREATE TRIGGER annulment_is_signed BEFORE UPDATE ON annulment
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER annulment_is_kept BEFORE DELETE ON annulment
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
