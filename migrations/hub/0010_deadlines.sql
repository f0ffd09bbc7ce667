-- Signed decisions about a term: another end, an extension, that it was met.
CREATE TABLE deadline_change (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON deadline_change FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER whole BEFORE TRUNCATE ON deadline_change FOR EACH STATEMENT EXECUTE FUNCTION refuse();
GRANT SELECT, INSERT ON deadline_change TO cartella_hub;
ALTER TABLE deadline_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY works ON deadline_change TO cartella_hub USING (true) WITH CHECK (true);
CREATE POLICY granted ON deadline_change FOR SELECT TO cartella_reader USING (EXISTS (
    SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = deadline_change.scope_owner
    AND d.scope_kind = deadline_change.scope_kind AND d.hold IN (0, 1)));
GRANT SELECT ON deadline_change TO cartella_reader;
