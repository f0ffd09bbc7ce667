-- Who stands in for whom, on which days.
CREATE TABLE substitution (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

GRANT SELECT, INSERT ON substitution TO cartella_hub;
GRANT UPDATE (body, clashes, deleted) ON substitution TO cartella_hub;
ALTER TABLE substitution ENABLE ROW LEVEL SECURITY;
CREATE POLICY works ON substitution TO cartella_hub USING (true) WITH CHECK (true);
CREATE POLICY granted ON substitution FOR SELECT TO cartella_reader USING (EXISTS (
    SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = substitution.scope_owner
    AND d.scope_kind = substitution.scope_kind AND d.hold IN (0, 1)));
GRANT SELECT ON substitution TO cartella_reader;
