-- People, their families, where they are found, and schools.

-- People of the registry. Their names, codes and phones are found through the search index.
CREATE TABLE person (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    surname   TEXT AS (body ->> '$.surname') VIRTUAL,
    name      TEXT AS (body ->> '$.name') VIRTUAL,
    birth     TEXT AS (body ->> '$.birth') VIRTUAL,
    sort_name TEXT COLLATE NOCASE AS (trim(
        ifnull(body ->> '$.surname', '') || ' ' || ifnull(body ->> '$.name', ifnull(body ->> '$.aliases[0]', ''))
    )) VIRTUAL
) STRICT;
CREATE INDEX person_by_name ON person (sort_name, id);
CREATE INDEX person_by_birth ON person (birth) WHERE birth IS NOT NULL;

-- Addresses, past ones included; the hidden ones live in the scope person.protected.
CREATE TABLE address (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    person_id TEXT AS (body ->> '$.person') VIRTUAL
) STRICT;
CREATE INDEX address_by_person ON address (person_id);

-- Phones and mail addresses; the hidden ones live in the scope person.protected.
CREATE TABLE contact (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    person_id TEXT AS (body ->> '$.person') VIRTUAL
) STRICT;
CREATE INDEX contact_by_person ON contact (person_id);

-- Family ties: the other is the kind of the subject. Written once, read from both ends.
CREATE TABLE relation (
    id         TEXT PRIMARY KEY,
    scope      TEXT NOT NULL,
    body       TEXT NOT NULL CHECK (json_valid(body)),
    clashes    TEXT,
    deleted    INTEGER NOT NULL DEFAULT 0,
    subject_id TEXT AS (body ->> '$.subject') VIRTUAL,
    other_id   TEXT AS (body ->> '$.other') VIRTUAL
) STRICT;
CREATE INDEX relation_by_subject ON relation (subject_id);
CREATE INDEX relation_by_other ON relation (other_id);

-- Households with all members they ever had.
CREATE TABLE household (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Whose households: one row a person that a household ever had as a member, kept by the triggers below.
CREATE TABLE household_member (
    person_id    TEXT NOT NULL,
    household_id TEXT NOT NULL,
    PRIMARY KEY (person_id, household_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX household_member_by_household ON household_member (household_id);
CREATE TRIGGER household_member_added AFTER INSERT ON household BEGIN
    INSERT OR IGNORE INTO household_member (person_id, household_id)
    SELECT value ->> '$.person', new.id FROM json_each(new.body, '$.members') WHERE value ->> '$.person' IS NOT NULL;
END;
CREATE TRIGGER household_member_changed AFTER UPDATE OF body ON household BEGIN
    DELETE FROM household_member WHERE household_id = old.id;
    INSERT OR IGNORE INTO household_member (person_id, household_id)
    SELECT value ->> '$.person', new.id FROM json_each(new.body, '$.members') WHERE value ->> '$.person' IS NOT NULL;
END;
CREATE TRIGGER household_member_removed AFTER DELETE ON household BEGIN
    DELETE FROM household_member WHERE household_id = old.id;
END;

-- Who decides for a minor, over time.
CREATE TABLE parental_responsibility (
    id       TEXT PRIMARY KEY,
    scope    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    clashes  TEXT,
    deleted  INTEGER NOT NULL DEFAULT 0,
    minor_id TEXT AS (body ->> '$.minor') VIRTUAL,
    adult_id TEXT AS (body ->> '$.adult') VIRTUAL
) STRICT;
CREATE INDEX parental_responsibility_by_minor ON parental_responsibility (minor_id);
CREATE INDEX parental_responsibility_by_adult ON parental_responsibility (adult_id);

-- What to know before going there (avvertenze).
CREATE TABLE alert (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    person_id TEXT AS (body ->> '$.person') VIRTUAL,
    review    TEXT AS (body ->> '$.review') VIRTUAL
) STRICT;
CREATE INDEX alert_by_person ON alert (person_id);

-- Which record is a double of which; an undone one stays, marked.
CREATE TABLE person_merge (
    id          TEXT PRIMARY KEY,
    scope       TEXT NOT NULL,
    body        TEXT NOT NULL CHECK (json_valid(body)),
    clashes     TEXT,
    deleted     INTEGER NOT NULL DEFAULT 0,
    kept_id     TEXT AS (body ->> '$.kept') VIRTUAL,
    absorbed_id TEXT AS (body ->> '$.absorbed') VIRTUAL
) STRICT;
CREATE INDEX person_merge_by_kept ON person_merge (kept_id);
CREATE INDEX person_merge_by_absorbed ON person_merge (absorbed_id);

-- School buildings (plessi).
CREATE TABLE school (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    name    TEXT AS (body ->> '$.name') VIRTUAL
) STRICT;
CREATE INDEX school_by_name ON school (name COLLATE NOCASE);

-- Classes of one school year.
CREATE TABLE school_class (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    school_id TEXT AS (body ->> '$.school') VIRTUAL,
    year      INTEGER AS (body ->> '$.year') VIRTUAL
) STRICT;
CREATE INDEX school_class_by_school ON school_class (school_id, year);

-- Who attends what in which school year.
CREATE TABLE school_enrolment (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    person_id TEXT AS (body ->> '$.person') VIRTUAL,
    school_id TEXT AS (body ->> '$.school') VIRTUAL,
    class_id  TEXT AS (body ->> '$.class') VIRTUAL,
    year      INTEGER AS (body ->> '$.year') VIRTUAL
) STRICT;
CREATE INDEX school_enrolment_by_person ON school_enrolment (person_id, year);
CREATE INDEX school_enrolment_by_school ON school_enrolment (school_id, year);
CREATE INDEX school_enrolment_by_class ON school_enrolment (class_id);
