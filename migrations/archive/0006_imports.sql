-- Imports of an office's tables: the import, its groups of lines, and how columns were mapped.
CREATE TABLE import_batch (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    digest  TEXT AS (json_extract(body, '$.digest'))
) STRICT;
CREATE INDEX import_batch_by_digest ON import_batch (digest);

CREATE TABLE import_mapping (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    signature TEXT AS (json_extract(body, '$.signature'))
) STRICT;
CREATE INDEX import_mapping_by_signature ON import_mapping (signature);

CREATE TABLE import_part (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    batch   TEXT AS (json_extract(body, '$.batch'))
) STRICT;
CREATE INDEX import_part_by_batch ON import_part (batch);
