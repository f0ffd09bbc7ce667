-- Who stands in for whom, on which days; in which cases stands in these cases' assignments.
CREATE TABLE substitution (
    id         TEXT PRIMARY KEY,
    scope      TEXT NOT NULL,
    body       TEXT NOT NULL CHECK (json_valid(body)),
    clashes    TEXT,
    deleted    INTEGER NOT NULL DEFAULT 0,
    absent     TEXT AS (body ->> '$.absent') VIRTUAL,
    substitute TEXT AS (body ->> '$.substitute') VIRTUAL,
    from_day   TEXT AS (ifnull(body ->> '$.from', '')) VIRTUAL,
    to_day     TEXT AS (ifnull(body ->> '$.to', '')) VIRTUAL
) STRICT;
CREATE INDEX substitution_by_day ON substitution (to_day, from_day);

-- The assignments that a substitution made.
CREATE INDEX assignment_by_substitution ON assignment (body ->> '$.substitution')
    WHERE body ->> '$.substitution' IS NOT NULL;
