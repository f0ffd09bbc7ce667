-- Plans (progetti) of a case: goals, reviews, signatures, and what was signed.

-- Plans, each in its state.
CREATE TABLE care_plan (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    state   TEXT AS (ifnull(body ->> '$.state.is', 'bozza')) VIRTUAL,
    starts  TEXT AS (ifnull(body ->> '$.starts', '')) VIRTUAL
) STRICT;
CREATE INDEX care_plan_by_case ON care_plan (case_id, starts);

-- Goals of a plan.
CREATE TABLE plan_goal (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    plan    TEXT AS (body ->> '$.plan') VIRTUAL,
    term    TEXT AS (ifnull(body ->> '$.term', 'short')) VIRTUAL
) STRICT;
CREATE INDEX plan_goal_by_plan ON plan_goal (plan);

-- Reviews that took place.
CREATE TABLE plan_review (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    plan    TEXT AS (body ->> '$.plan') VIRTUAL,
    on_day  TEXT AS (ifnull(body ->> '$.on', '')) VIRTUAL
) STRICT;
CREATE INDEX plan_review_by_plan ON plan_review (plan, on_day);

-- Signatures of the parties, taken while a plan is shared.
CREATE TABLE plan_signature (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    plan    TEXT AS (body ->> '$.plan') VIRTUAL,
    on_day  TEXT AS (ifnull(body ->> '$.on', '')) VIRTUAL
) STRICT;
CREATE INDEX plan_signature_by_plan ON plan_signature (plan, on_day);

-- Plans as they were signed, for ever.
CREATE TABLE plan_version (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    plan    TEXT AS (body ->> '$.plan') VIRTUAL,
    on_day  TEXT AS (ifnull(body ->> '$.on', '')) VIRTUAL
) STRICT;
CREATE INDEX plan_version_by_plan ON plan_version (plan, on_day);

CREATE TRIGGER plan_version_is_signed BEFORE UPDATE ON plan_version
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is immutable'); END;
CREATE TRIGGER plan_version_is_kept BEFORE DELETE ON plan_version
WHEN NOT EXISTS (SELECT 1 FROM pass) BEGIN SELECT RAISE(ABORT, 'what is signed is kept'); END;
