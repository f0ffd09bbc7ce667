-- Penal measures in a minor's file: messa alla prova and the others. (The terms of plans are derived anew with this step.)
CREATE TABLE misura_penale (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL,
    act     TEXT AS (body ->> '$.act') VIRTUAL
) STRICT;
CREATE INDEX misura_penale_by_case ON misura_penale (case_id);
CREATE INDEX misura_penale_by_act ON misura_penale (act);
