-- Allegati: what hangs on a record. The sealed bytes lie beside the archive, under the name in `file`.
CREATE TABLE allegato (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    of_id   TEXT AS (body ->> '$.of.id') VIRTUAL,
    at      TEXT AS (ifnull(body ->> '$.at', '')) VIRTUAL,
    file    TEXT AS (body ->> '$.sealed.file') VIRTUAL,
    store   TEXT AS (body ->> '$.sealed.store') VIRTUAL
) STRICT;
CREATE INDEX allegato_by_case ON allegato (case_id, at);
CREATE INDEX allegato_by_record ON allegato (of_id, at);
CREATE INDEX allegato_by_file ON allegato (file);
CREATE INDEX allegato_by_scope ON allegato (scope);

-- Files that were sealed here and whose records went with a right: no other computer has them yet, and nobody can open them
-- here any more. Not derived: it says what the log no longer does.
CREATE TABLE file_left (
    file TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
