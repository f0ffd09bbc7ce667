-- Signed assessments of a case.
CREATE TABLE assessment (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

GRANT SELECT, INSERT ON assessment TO cartella_hub;
ALTER TABLE assessment ENABLE ROW LEVEL SECURITY;
CREATE POLICY works ON assessment TO cartella_hub USING (true) WITH CHECK (true);
CREATE POLICY granted ON assessment FOR SELECT TO cartella_reader USING (EXISTS (
    SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = assessment.scope_owner
    AND d.scope_kind = assessment.scope_kind AND d.hold IN (0, 1)));
GRANT SELECT ON assessment TO cartella_reader;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER whole BEFORE TRUNCATE ON assessment FOR EACH STATEMENT EXECUTE FUNCTION refuse();
