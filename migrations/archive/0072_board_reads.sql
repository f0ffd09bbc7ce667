-- What the board of an office reads whole, in indexes that hold all of it: twenty thousand bodies are not opened for a list.

-- By which act a term stands in several files.
ALTER TABLE deadline ADD COLUMN act TEXT;
UPDATE deadline SET act = body ->> '$.act';
DROP INDEX deadline_open;
CREATE INDEX deadline_open ON deadline (due, due_at, case_id, person, act) WHERE open;

-- Who works today: what ended long ago is not passed.
CREATE INDEX case_team_now ON case_team (to_day, from_day, case_id, operator, role);

-- Plans at work.
CREATE INDEX care_plan_at_work ON care_plan (case_id) WHERE state IN ('firmato', 'in_verifica') AND NOT deleted;
