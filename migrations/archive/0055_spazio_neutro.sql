-- Spazio neutro: paths, the meetings of a path, the steps of the protocol that were recorded. All in the court scope of a
-- case.

-- Paths, from the request to the discharge.
CREATE TABLE percorso_sn (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL
) STRICT;
CREATE INDEX percorso_sn_by_case ON percorso_sn (case_id);

-- Supervised meetings. What was seen stands in the diary.
CREATE TABLE incontro_sn (
    id          TEXT PRIMARY KEY,
    scope       TEXT NOT NULL,
    body        TEXT NOT NULL CHECK (json_valid(body)),
    clashes     TEXT,
    deleted     INTEGER NOT NULL DEFAULT 0,
    percorso_id TEXT AS (body ->> '$.percorso') VIRTUAL
) STRICT;
CREATE INDEX incontro_sn_by_percorso ON incontro_sn (percorso_id);

-- Steps of the protocol that no other record says.
CREATE TABLE passo_sn (
    id          TEXT PRIMARY KEY,
    scope       TEXT NOT NULL,
    body        TEXT NOT NULL CHECK (json_valid(body)),
    clashes     TEXT,
    deleted     INTEGER NOT NULL DEFAULT 0,
    percorso_id TEXT AS (body ->> '$.percorso') VIRTUAL
) STRICT;
CREATE INDEX passo_sn_by_percorso ON passo_sn (percorso_id);
