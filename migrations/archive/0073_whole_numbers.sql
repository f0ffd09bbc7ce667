-- Columns of whole numbers take whatever a body holds: what is no number counts as none or as 0. A change that was accepted
-- is applied even when another program wrote a word where this one looks for a year.
DROP INDEX school_class_by_school;
ALTER TABLE school_class DROP COLUMN year;
ALTER TABLE school_class ADD COLUMN year INTEGER AS (CAST(body ->> '$.year' AS INTEGER)) VIRTUAL;
CREATE INDEX school_class_by_school ON school_class (school_id, year);

DROP INDEX school_enrolment_by_person;
DROP INDEX school_enrolment_by_school;
ALTER TABLE school_enrolment DROP COLUMN year;
ALTER TABLE school_enrolment ADD COLUMN year INTEGER AS (CAST(body ->> '$.year' AS INTEGER)) VIRTUAL;
CREATE INDEX school_enrolment_by_person ON school_enrolment (person_id, year);
CREATE INDEX school_enrolment_by_school ON school_enrolment (school_id, year);

ALTER TABLE provvedimento DROP COLUMN urgent;
ALTER TABLE provvedimento ADD COLUMN urgent INTEGER AS (CAST(coalesce(body ->> '$.urgent', 0) AS INTEGER)) VIRTUAL;

DROP INDEX accesso_open;
ALTER TABLE accesso DROP COLUMN priority;
ALTER TABLE accesso ADD COLUMN priority INTEGER AS (CAST(ifnull(body ->> '$.priority', 1) AS INTEGER)) VIRTUAL;
CREATE INDEX accesso_open ON accesso (priority, since) WHERE state IN ('creata', 'vista');

-- The list of cases reads the number of an episode through a view, and is kept by triggers.
DROP TRIGGER case_line_begins;
DROP TRIGGER case_line_changes;
DROP TRIGGER case_line_episode_begins;
DROP TRIGGER case_line_episode_changes;
DROP TRIGGER case_line_episode_goes;
DROP VIEW case_line_now;
DROP INDEX episode_by_case;
ALTER TABLE episode DROP COLUMN number;
ALTER TABLE episode ADD COLUMN number INTEGER AS (CAST(ifnull(body ->> '$.number', 1) AS INTEGER)) VIRTUAL;
CREATE INDEX episode_by_case ON episode (case_id, number);

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
