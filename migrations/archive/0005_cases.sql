-- Staff and cases. A case's people stand in `case_person` too, so that a person's cases are found at once.

-- Who works here.
CREATE TABLE operator (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    surname   TEXT AS (body ->> '$.surname') VIRTUAL,
    name      TEXT AS (body ->> '$.name') VIRTUAL,
    qualifica TEXT AS (body ->> '$.qualifica') VIRTUAL
) STRICT;

-- Cases (cartelle sociali): whose, in which service, of which comune.
CREATE TABLE case_file (
    id               TEXT PRIMARY KEY,
    scope            TEXT NOT NULL,
    body             TEXT NOT NULL CHECK (json_valid(body)),
    clashes          TEXT,
    deleted          INTEGER NOT NULL DEFAULT 0,
    person           TEXT AS (body ->> '$.person') VIRTUAL,
    service          TEXT AS (body ->> '$.service') VIRTUAL,
    comune_residence TEXT AS (body ->> '$.comuni.residence') VIRTUAL,
    comune_in_charge TEXT AS (body ->> '$.comuni.in_charge') VIRTUAL,
    opened_together  TEXT AS (body ->> '$.opened_together') VIRTUAL
) STRICT;
CREATE INDEX case_file_by_person ON case_file (person);
CREATE INDEX case_file_by_service ON case_file (service);
CREATE INDEX case_file_together ON case_file (opened_together) WHERE opened_together IS NOT NULL;

-- The people of each case: whose it is, who is involved, whose hidden contacts it works with. Follows case_file.
CREATE TABLE case_person (
    person  TEXT NOT NULL,
    case_id TEXT NOT NULL,
    part    TEXT NOT NULL CHECK (part IN ('subject', 'involved', 'protected')),
    PRIMARY KEY (person, case_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_person_by_case ON case_person (case_id);

CREATE TRIGGER case_file_people AFTER INSERT ON case_file BEGIN
    INSERT OR IGNORE INTO case_person SELECT NEW.person, NEW.id, 'subject' WHERE NEW.person IS NOT NULL;
    INSERT OR IGNORE INTO case_person SELECT value, NEW.id, 'involved' FROM json_each(NEW.body, '$.involved');
    INSERT OR IGNORE INTO case_person SELECT value, NEW.id, 'protected' FROM json_each(NEW.body, '$.protected');
END;
CREATE TRIGGER case_file_people_change AFTER UPDATE ON case_file BEGIN
    DELETE FROM case_person WHERE case_id = NEW.id;
    INSERT OR IGNORE INTO case_person SELECT NEW.person, NEW.id, 'subject' WHERE NEW.person IS NOT NULL;
    INSERT OR IGNORE INTO case_person SELECT value, NEW.id, 'involved' FROM json_each(NEW.body, '$.involved');
    INSERT OR IGNORE INTO case_person SELECT value, NEW.id, 'protected' FROM json_each(NEW.body, '$.protected');
END;
CREATE TRIGGER case_file_people_go AFTER DELETE ON case_file BEGIN
    DELETE FROM case_person WHERE case_id = OLD.id;
END;

-- Episodes (prese in carico) of a case, each in its state.
CREATE TABLE episode (
    id          TEXT PRIMARY KEY,
    scope       TEXT NOT NULL,
    body        TEXT NOT NULL CHECK (json_valid(body)),
    clashes     TEXT,
    deleted     INTEGER NOT NULL DEFAULT 0,
    case_id     TEXT AS (body ->> '$.case') VIRTUAL,
    number      INTEGER AS (ifnull(body ->> '$.number', 1)) VIRTUAL,
    state       TEXT AS (body ->> '$.state.is') VIRTUAL,
    state_on    TEXT AS (body ->> '$.state.on') VIRTUAL,
    referred_on TEXT AS (body ->> '$.referral.on') VIRTUAL,
    recorded_on TEXT AS (body ->> '$.recorded_on') VIRTUAL
) STRICT;
CREATE INDEX episode_by_case ON episode (case_id, number);
CREATE INDEX episode_by_state ON episode (state, state_on);

-- Who works on a case, as what, from when to when.
CREATE TABLE assignment (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    case_id   TEXT AS (body ->> '$.case') VIRTUAL,
    operator  TEXT AS (body ->> '$.operator') VIRTUAL,
    role      TEXT AS (body ->> '$.role') VIRTUAL,
    from_day  TEXT AS (ifnull(body ->> '$.from', '')) VIRTUAL,
    to_day    TEXT AS (ifnull(body ->> '$.to', '9999-12-31')) VIRTUAL
) STRICT;
CREATE INDEX assignment_by_case ON assignment (case_id, role, from_day);
CREATE INDEX assignment_by_operator ON assignment (operator, to_day);

-- The history of the states: one row a move, never changed.
CREATE TABLE transition (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    episode TEXT AS (body ->> '$.episode') VIRTUAL
) STRICT;
CREATE INDEX transition_by_case ON transition (case_id);

-- Messages left for the responsible of a case.
CREATE TABLE case_message (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    left_at TEXT AS (body ->> '$.at') VIRTUAL,
    settled INTEGER AS (body ->> '$.settled.by' IS NOT NULL) VIRTUAL
) STRICT;
CREATE INDEX case_message_by_case ON case_message (case_id, left_at);
CREATE INDEX case_message_open ON case_message (left_at) WHERE NOT settled;
