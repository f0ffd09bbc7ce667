-- Reports to a court: the card and the signatures in the court scope, the text and what was signed in the reserved scope.

-- Cards of reports: mandate, where it stands, protocol, sending.
CREATE TABLE relazione (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    act     TEXT AS (body ->> '$.act') VIRTUAL,
    mandato TEXT AS (body ->> '$.mandato') VIRTUAL,
    home    TEXT AS (body ->> '$.home') VIRTUAL,
    sent    TEXT AS (body ->> '$.sent.on') VIRTUAL
) STRICT;
CREATE INDEX relazione_by_case ON relazione (case_id);
CREATE INDEX relazione_by_act ON relazione (act);
CREATE INDEX relazione_not_sent ON relazione (id) WHERE sent IS NULL;

-- Texts of reports while they are written.
CREATE TABLE relazione_testo (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    relazione_id TEXT AS (body ->> '$.relazione') VIRTUAL
) STRICT;

-- Signatures under reports, and what stands in their place.
CREATE TABLE relazione_firma (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    relazione_id TEXT AS (body ->> '$.relazione') VIRTUAL
) STRICT;
CREATE INDEX relazione_firma_by_report ON relazione_firma (relazione_id);

-- Signed reports, for ever.
CREATE TABLE relazione_firmata (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL
) STRICT;
CREATE INDEX relazione_firmata_by_case ON relazione_firmata (case_id);

-- The PDF/A of signed reports.
CREATE TABLE relazione_file (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    firmata TEXT AS (body ->> '$.firmata') VIRTUAL
) STRICT;

CREATE TRIGGER relazione_firmata_is_signed BEFORE UPDATE ON relazione_firmata
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER relazione_firmata_is_kept BEFORE DELETE ON relazione_firmata
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
CREATE TRIGGER relazione_file_is_signed BEFORE UPDATE ON relazione_file
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER relazione_file_is_kept BEFORE DELETE ON relazione_file
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
