-- The five phases of the regional record: what is said of each, the data that stand nowhere else, the lists of the region.

-- Phases of an episode, as far as something is said of them.
CREATE TABLE fase (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    episode TEXT AS (body ->> '$.episode') VIRTUAL
) STRICT;
CREATE INDEX fase_by_episode ON fase (episode);

-- Data that the interchange asks for and no other record holds.
CREATE TABLE dato_fase (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    episode TEXT AS (body ->> '$.episode') VIRTUAL
) STRICT;
CREATE INDEX dato_fase_by_episode ON dato_fase (episode);

-- Lists of codes as the office loaded them, for ever.
CREATE TABLE elenco_codici (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    list    TEXT AS (body ->> '$.list') VIRTUAL
) STRICT;
CREATE INDEX elenco_codici_by_list ON elenco_codici (list);

CREATE TRIGGER elenco_codici_is_signed BEFORE UPDATE ON elenco_codici
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER elenco_codici_is_kept BEFORE DELETE ON elenco_codici
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
