-- Placements in facilities: stays with their requests and absences in the court scope of a case, rates, bills and budget
-- sheets in its money scope, facilities in the scope of everybody.

-- Facilities of the office's own list.
CREATE TABLE struttura (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    name    TEXT AS (ifnull(body ->> '$.name', '')) VIRTUAL
) STRICT;
CREATE INDEX struttura_by_name ON struttura (name);

-- Placements, each in its phase.
CREATE TABLE collocamento (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    state   TEXT AS (ifnull(body ->> '$.state.is', 'individuazione')) VIRTUAL
) STRICT;
CREATE INDEX collocamento_by_case ON collocamento (case_id, state);

-- Daily rates of a placement, each with the days in which it holds.
CREATE TABLE retta (
    id              TEXT PRIMARY KEY,
    scope           TEXT NOT NULL,
    body            TEXT NOT NULL CHECK (json_valid(body)),
    clashes         TEXT,
    deleted         INTEGER NOT NULL DEFAULT 0,
    collocamento_id TEXT AS (body ->> '$.collocamento') VIRTUAL
) STRICT;
CREATE INDEX retta_by_collocamento ON retta (collocamento_id);

-- Bills of a facility.
CREATE TABLE fattura_com (
    id              TEXT PRIMARY KEY,
    scope           TEXT NOT NULL,
    body            TEXT NOT NULL CHECK (json_valid(body)),
    clashes         TEXT,
    deleted         INTEGER NOT NULL DEFAULT 0,
    collocamento_id TEXT AS (body ->> '$.collocamento') VIRTUAL
) STRICT;
CREATE INDEX fattura_com_by_collocamento ON fattura_com (collocamento_id);

-- Budget sheets as they were sent, for ever.
CREATE TABLE scheda_budget (
    id              TEXT PRIMARY KEY,
    scope           TEXT NOT NULL,
    body            TEXT NOT NULL CHECK (json_valid(body)),
    clashes         TEXT,
    deleted         INTEGER NOT NULL DEFAULT 0,
    collocamento_id TEXT AS (body ->> '$.collocamento') VIRTUAL
) STRICT;
CREATE INDEX scheda_budget_by_collocamento ON scheda_budget (collocamento_id);

CREATE TRIGGER scheda_budget_is_signed BEFORE UPDATE ON scheda_budget
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER scheda_budget_is_kept BEFORE DELETE ON scheda_budget
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;

-- Days on which a placed minor was away.
CREATE TABLE assenza_com (
    id              TEXT PRIMARY KEY,
    scope           TEXT NOT NULL,
    body            TEXT NOT NULL CHECK (json_valid(body)),
    clashes         TEXT,
    deleted         INTEGER NOT NULL DEFAULT 0,
    collocamento_id TEXT AS (body ->> '$.collocamento') VIRTUAL
) STRICT;
CREATE INDEX assenza_com_by_collocamento ON assenza_com (collocamento_id);

-- Requests of availability, one a facility.
CREATE TABLE richiesta_disponibilita (
    id              TEXT PRIMARY KEY,
    scope           TEXT NOT NULL,
    body            TEXT NOT NULL CHECK (json_valid(body)),
    clashes         TEXT,
    deleted         INTEGER NOT NULL DEFAULT 0,
    collocamento_id TEXT AS (body ->> '$.collocamento') VIRTUAL
) STRICT;
CREATE INDEX richiesta_disponibilita_by_collocamento ON richiesta_disponibilita (collocamento_id);
