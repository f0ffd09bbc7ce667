-- Requests for access to records (accesso agli atti), one a file.
CREATE TABLE richiesta_accesso (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

GRANT SELECT, INSERT ON richiesta_accesso TO cartella_hub;
GRANT UPDATE (body, clashes, deleted) ON richiesta_accesso TO cartella_hub;
ALTER TABLE richiesta_accesso ENABLE ROW LEVEL SECURITY;
CREATE POLICY works ON richiesta_accesso TO cartella_hub USING (true) WITH CHECK (true);
CREATE POLICY granted ON richiesta_accesso FOR SELECT TO cartella_reader USING (EXISTS (
    SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = richiesta_accesso.scope_owner
    AND d.scope_kind = richiesta_accesso.scope_kind AND d.hold IN (0, 1)));
GRANT SELECT ON richiesta_accesso TO cartella_reader;
