-- Child protection: what courts order, what is asked of the service, the emergency measure with its steps. All but the
-- authorities live in the court scope of a case.

-- Judicial authorities of the office's own list.
CREATE TABLE autorita (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Proceedings before an authority, as one minor's file knows them.
CREATE TABLE procedimento (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    act     TEXT AS (body ->> '$.act') VIRTUAL
) STRICT;
CREATE INDEX procedimento_by_case ON procedimento (case_id);
CREATE INDEX procedimento_by_act ON procedimento (act);

-- Orders of a court, one a file; those of one act are one order for several minors.
CREATE TABLE provvedimento (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    act     TEXT AS (body ->> '$.act') VIRTUAL,
    kind    TEXT AS (body ->> '$.kind.code') VIRTUAL,
    arrived TEXT AS (body ->> '$.arrived_on') VIRTUAL,
    urgent  INTEGER AS (coalesce(body ->> '$.urgent', 0)) VIRTUAL
) STRICT;
CREATE INDEX provvedimento_by_case ON provvedimento (case_id);
CREATE INDEX provvedimento_by_act ON provvedimento (act);
CREATE INDEX provvedimento_by_arrival ON provvedimento (arrived);

-- What an order asks of the service, one a file.
CREATE TABLE mandato (
    id               TEXT PRIMARY KEY,
    scope            TEXT NOT NULL,
    body             TEXT NOT NULL CHECK (json_valid(body)),
    clashes          TEXT,
    deleted          INTEGER NOT NULL DEFAULT 0,
    case_id          TEXT AS (body ->> '$.case') VIRTUAL,
    act              TEXT AS (body ->> '$.act') VIRTUAL,
    provvedimento_id TEXT AS (body ->> '$.provvedimento') VIRTUAL,
    state            TEXT AS (coalesce(body ->> '$.state.is', 'aperto')) VIRTUAL
) STRICT;
CREATE INDEX mandato_by_case ON mandato (case_id);
CREATE INDEX mandato_by_act ON mandato (act);
CREATE INDEX mandato_by_provvedimento ON mandato (provvedimento_id);

-- What an order asks of parents and others, with what came of it.
CREATE TABLE prescrizione (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL
) STRICT;
CREATE INDEX prescrizione_by_case ON prescrizione (case_id);

-- Affidamento all'ente with its eight parts.
CREATE TABLE affidamento_ente (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL
) STRICT;
CREATE INDEX affidamento_ente_by_case ON affidamento_ente (case_id);

-- Emergency measures (art. 403 c.c.).
CREATE TABLE misura_403 (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    act     TEXT AS (body ->> '$.act') VIRTUAL,
    closed  INTEGER AS (body ->> '$.closed' IS NOT NULL) VIRTUAL
) STRICT;
CREATE INDEX misura_403_by_case ON misura_403 (case_id);
CREATE INDEX misura_403_by_act ON misura_403 (act);
CREATE INDEX misura_403_open ON misura_403 (id) WHERE NOT closed;

-- The steps of such a measure.
CREATE TABLE passo_403 (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    case_id   TEXT AS (body ->> '$.case') VIRTUAL,
    misura_id TEXT AS (body ->> '$.misura') VIRTUAL
) STRICT;
CREATE INDEX passo_403_by_misura ON passo_403 (misura_id);
CREATE INDEX passo_403_by_case ON passo_403 (case_id);

-- Which order changed who decides for a minor.
CREATE INDEX parental_responsibility_by_order ON parental_responsibility (body ->> '$.provvedimento')
    WHERE body ->> '$.provvedimento' IS NOT NULL;
