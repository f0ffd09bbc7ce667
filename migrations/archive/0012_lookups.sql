-- What lists look up for each of their lines: the earliest open due date of a case, and the cases that somebody opened last.
CREATE INDEX next_action_open_by_case ON next_action (case_id, due) WHERE state = 'open';
CREATE INDEX audit_read_case ON audit (operator, seq, subject) WHERE action = 10;
