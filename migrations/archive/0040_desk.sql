-- The desk (segretariato sociale): its cards, and what goes with one of them into a case.

-- Contacts with the desk: who came, phoned or was sent, with what need; counted whatever becomes of them.
CREATE TABLE accesso (
    id       TEXT PRIMARY KEY,
    scope    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)),
    clashes  TEXT,
    deleted  INTEGER NOT NULL DEFAULT 0,
    on_day   TEXT AS (ifnull(body ->> '$.on', '')) VIRTUAL,
    at_time  TEXT AS (ifnull(body ->> '$.at', '')) VIRTUAL,
    state    TEXT AS (ifnull(body ->> '$.state.is', 'creata')) VIRTUAL,
    mode     TEXT AS (ifnull(body ->> '$.mode.code', '')) VIRTUAL,
    outcome  TEXT AS (ifnull(body ->> '$.outcome.code', '')) VIRTUAL,
    priority INTEGER AS (ifnull(body ->> '$.priority', 1)) VIRTUAL,
    since    TEXT AS (coalesce(body ->> '$.waiting_since', body ->> '$.on', '')) VIRTUAL,
    person   TEXT AS (body ->> '$.person') VIRTUAL
) STRICT;
CREATE INDEX accesso_by_day ON accesso (on_day, at_time);
CREATE INDEX accesso_open ON accesso (priority, since) WHERE state IN ('creata', 'vista');
CREATE INDEX accesso_by_person ON accesso (person) WHERE person IS NOT NULL;

-- What the desk heard, where the diary of the case is.
CREATE TABLE referral_note (
    id      TEXT PRIMARY KEY,
    scope   TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    clashes TEXT,
    deleted INTEGER NOT NULL DEFAULT 0,
    case_id TEXT AS (body ->> '$.case') VIRTUAL
) STRICT;
CREATE INDEX referral_note_by_case ON referral_note (case_id);
