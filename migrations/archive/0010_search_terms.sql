-- Typing finds at once however common a word is: the index answers whole words newest first without reading all their
-- places, but beginnings longer than three letters only by reading every place of every word that begins so.

-- Every word of the full text index, so that a beginning is asked for as the whole words that begin with it.
CREATE TABLE search_term (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- The earliest open due date of a case, and the cases that somebody opened last.
CREATE INDEX next_action_open_by_case ON next_action (case_id, due) WHERE state = 'open';
CREATE INDEX audit_read_case ON audit (operator, seq, subject) WHERE action = 10;
