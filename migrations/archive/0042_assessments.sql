-- Signed assessments (valutazioni) of a case.
CREATE TABLE assessment (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    on_day  TEXT AS (ifnull(body ->> '$.on', '')) VIRTUAL
) STRICT;
CREATE INDEX assessment_by_case ON assessment (case_id, on_day);

CREATE TRIGGER assessment_is_signed BEFORE UPDATE ON assessment
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER assessment_is_kept BEFORE DELETE ON assessment
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
