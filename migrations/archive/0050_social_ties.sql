-- What stands around a person and how near it is: school, work, a parish, neighbours.
CREATE TABLE social_tie (
    id        TEXT PRIMARY KEY,
    scope     TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    clashes   TEXT,
    deleted   INTEGER NOT NULL DEFAULT 0,
    person_id TEXT AS (body ->> '$.person') VIRTUAL
) STRICT;
CREATE INDEX social_tie_by_person ON social_tie (person_id);
