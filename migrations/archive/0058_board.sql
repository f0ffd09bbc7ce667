-- The coordinator's board reads one small row a case, never the diary or every assignment's body.

-- When a case's diary was last written of. Follows diary_entry.
CREATE TABLE case_pulse (
    case_id      TEXT PRIMARY KEY,
    last_contact TEXT NOT NULL -- day and hour of the newest entry
) STRICT, WITHOUT ROWID;

CREATE TRIGGER case_pulse_entry_comes AFTER INSERT ON diary_entry
WHEN NEW.case_id IS NOT NULL AND NEW.happened IS NOT NULL BEGIN
    INSERT INTO case_pulse VALUES (NEW.case_id, NEW.happened)
    ON CONFLICT (case_id) DO UPDATE SET last_contact = excluded.last_contact
    WHERE excluded.last_contact > last_contact;
END;
CREATE TRIGGER case_pulse_entry_goes AFTER DELETE ON diary_entry
WHEN EXISTS (SELECT 1 FROM case_pulse WHERE case_id = OLD.case_id AND last_contact <= OLD.happened) BEGIN
    DELETE FROM case_pulse WHERE case_id = OLD.case_id;
    INSERT INTO case_pulse
    SELECT case_id, happened FROM diary_entry WHERE case_id = OLD.case_id AND happened IS NOT NULL
    ORDER BY happened DESC LIMIT 1;
END;

-- Who works on which case, in columns. Follows assignment.
CREATE TABLE case_team (
    assignment TEXT PRIMARY KEY,
    case_id    TEXT,
    operator   TEXT,
    role       TEXT,
    from_day   TEXT NOT NULL,
    to_day     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX case_team_by_case ON case_team (case_id, role);

CREATE TRIGGER case_team_comes AFTER INSERT ON assignment WHEN NOT NEW.deleted BEGIN
    INSERT INTO case_team VALUES (NEW.id, NEW.case_id, NEW.operator, NEW.role, NEW.from_day, NEW.to_day);
END;
CREATE TRIGGER case_team_changes AFTER UPDATE ON assignment BEGIN
    DELETE FROM case_team WHERE assignment = OLD.id;
    INSERT INTO case_team
    SELECT NEW.id, NEW.case_id, NEW.operator, NEW.role, NEW.from_day, NEW.to_day WHERE NOT NEW.deleted;
END;
CREATE TRIGGER case_team_goes AFTER DELETE ON assignment BEGIN
    DELETE FROM case_team WHERE assignment = OLD.id;
END;

-- What is still to be done, by day, whosever it is.
CREATE INDEX deadline_open ON deadline (due) WHERE open;
