-- Requests for access to records (accesso agli atti), one a file; those of one act came for several files.
CREATE TABLE richiesta_accesso (
    id       TEXT PRIMARY KEY,
    scope    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    clashes  TEXT,
    deleted  INTEGER NOT NULL DEFAULT 0,
    case_id  TEXT AS (body ->> '$.case') VIRTUAL,
    act      TEXT AS (body ->> '$.act') VIRTUAL,
    received TEXT AS (coalesce(body ->> '$.protocol.on', body ->> '$.received_on', '')) VIRTUAL,
    answered INTEGER AS (body ->> '$.outcome' IS NOT NULL) VIRTUAL
) STRICT;
CREATE INDEX richiesta_accesso_by_case ON richiesta_accesso (case_id, received);
CREATE INDEX richiesta_accesso_by_act ON richiesta_accesso (act);
CREATE INDEX richiesta_accesso_open ON richiesta_accesso (received) WHERE NOT answered;
