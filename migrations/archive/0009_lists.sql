-- What lists are sorted and filtered by, so that no list reads every record of its kind.

-- Cases as their list shows them: the person's name, the comuni, the last episode. Follows case_file, person, episode.
CREATE TABLE case_line (
    case_id   TEXT PRIMARY KEY,
    sort_name TEXT NOT NULL COLLATE NOCASE, -- surname and name; those without a surname come last
    person    TEXT,
    service   TEXT,
    residence TEXT,
    in_charge TEXT,
    surname   TEXT,
    name      TEXT,
    birth     TEXT,
    number    INTEGER NOT NULL,
    state     TEXT NOT NULL,
    state_on  TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX case_line_by_name ON case_line (sort_name, case_id);
CREATE INDEX case_line_by_person ON case_line (person);

CREATE VIEW case_line_now AS
SELECT c.id AS case_id, ifnull(p.surname, char(0x10FFFF)) || char(1) || ifnull(p.name, '') AS sort_name,
       c.person, c.service, c.comune_residence AS residence, c.comune_in_charge AS in_charge,
       p.surname, p.name, p.birth,
       ifnull(e.number, 1) AS number, ifnull(e.state, 'segnalato') AS state, e.state_on
FROM case_file AS c
LEFT JOIN person AS p ON p.id = c.person
LEFT JOIN episode AS e ON e.id = (
    SELECT x.id FROM episode AS x WHERE x.case_id = c.id AND NOT x.deleted ORDER BY x.number DESC, x.id DESC LIMIT 1)
WHERE NOT c.deleted;

CREATE TRIGGER case_line_begins AFTER INSERT ON case_file BEGIN
    DELETE FROM case_line WHERE case_id = NEW.id;
    INSERT INTO case_line SELECT * FROM case_line_now WHERE case_id = NEW.id;
END;
CREATE TRIGGER case_line_changes AFTER UPDATE ON case_file BEGIN
    DELETE FROM case_line WHERE case_id = NEW.id;
    INSERT INTO case_line SELECT * FROM case_line_now WHERE case_id = NEW.id;
END;
CREATE TRIGGER case_line_goes AFTER DELETE ON case_file BEGIN
    DELETE FROM case_line WHERE case_id = OLD.id;
END;
CREATE TRIGGER case_line_person_comes AFTER INSERT ON person BEGIN
    UPDATE case_line SET sort_name = ifnull(NEW.surname, char(0x10FFFF)) || char(1) || ifnull(NEW.name, ''),
        surname = NEW.surname, name = NEW.name, birth = NEW.birth WHERE person = NEW.id;
END;
CREATE TRIGGER case_line_person_changes AFTER UPDATE ON person BEGIN
    UPDATE case_line SET sort_name = ifnull(NEW.surname, char(0x10FFFF)) || char(1) || ifnull(NEW.name, ''),
        surname = NEW.surname, name = NEW.name, birth = NEW.birth WHERE person = NEW.id;
END;
CREATE TRIGGER case_line_person_goes AFTER DELETE ON person BEGIN
    UPDATE case_line SET sort_name = char(0x10FFFF) || char(1), surname = NULL, name = NULL, birth = NULL
    WHERE person = OLD.id;
END;
CREATE TRIGGER case_line_episode_begins AFTER INSERT ON episode BEGIN
    DELETE FROM case_line WHERE case_id = NEW.case_id;
    INSERT INTO case_line SELECT * FROM case_line_now WHERE case_id = NEW.case_id;
END;
CREATE TRIGGER case_line_episode_changes AFTER UPDATE ON episode BEGIN
    DELETE FROM case_line WHERE case_id IN (OLD.case_id, NEW.case_id);
    INSERT INTO case_line SELECT * FROM case_line_now WHERE case_id IN (OLD.case_id, NEW.case_id);
END;
CREATE TRIGGER case_line_episode_goes AFTER DELETE ON episode BEGIN
    DELETE FROM case_line WHERE case_id = OLD.case_id;
    INSERT INTO case_line SELECT * FROM case_line_now WHERE case_id = OLD.case_id;
END;

-- Whose appointment: one row an operator who goes, so that an agenda reads its own. Follows appointment.
CREATE TABLE appointment_operator (
    operator    TEXT NOT NULL,
    on_day      TEXT NOT NULL,
    planned     INTEGER NOT NULL,
    appointment TEXT NOT NULL,
    PRIMARY KEY (operator, on_day, appointment)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_operator_of ON appointment_operator (appointment);
CREATE INDEX appointment_operator_planned ON appointment_operator (operator, on_day) WHERE planned;

CREATE TRIGGER appointment_made AFTER INSERT ON appointment BEGIN
    INSERT INTO appointment_operator
    SELECT DISTINCT who, ifnull(NEW.on_day, ''), NEW.state = 'planned', NEW.id
    FROM (SELECT NEW.author AS who UNION SELECT value FROM json_each(NEW.body, '$.operators')) WHERE who IS NOT NULL;
END;
CREATE TRIGGER appointment_changed AFTER UPDATE ON appointment BEGIN
    DELETE FROM appointment_operator WHERE appointment = NEW.id;
    INSERT INTO appointment_operator
    SELECT DISTINCT who, ifnull(NEW.on_day, ''), NEW.state = 'planned', NEW.id
    FROM (SELECT NEW.author AS who UNION SELECT value FROM json_each(NEW.body, '$.operators')) WHERE who IS NOT NULL;
END;
CREATE TRIGGER appointment_gone AFTER DELETE ON appointment BEGIN
    DELETE FROM appointment_operator WHERE appointment = OLD.id;
END;

-- What somebody has to do, by day, open or done.
DROP INDEX next_action_by_due;
CREATE INDEX next_action_by_who ON next_action (who, due);
CREATE INDEX next_action_open ON next_action (who, due) WHERE state = 'open';
