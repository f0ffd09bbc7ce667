-- Allegati: what hangs on a record. The sealed bytes are not here yet.
CREATE TABLE allegato (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

GRANT SELECT, INSERT, UPDATE (body, clashes, deleted) ON allegato TO cartella_hub;
ALTER TABLE allegato ENABLE ROW LEVEL SECURITY;
CREATE POLICY works ON allegato TO cartella_hub USING (true) WITH CHECK (true);
CREATE POLICY granted ON allegato FOR SELECT TO cartella_reader USING (EXISTS (
    SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = allegato.scope_owner
    AND d.scope_kind = allegato.scope_kind AND d.hold IN (0, 1)));
GRANT SELECT ON allegato TO cartella_reader;
