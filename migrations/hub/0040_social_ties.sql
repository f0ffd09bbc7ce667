-- What stands around a person and how near it is: school, work, a parish, neighbours.
CREATE TABLE social_tie (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

GRANT SELECT, INSERT ON social_tie TO cartella_hub;
GRANT UPDATE (body, clashes, deleted) ON social_tie TO cartella_hub;
ALTER TABLE social_tie ENABLE ROW LEVEL SECURITY;
CREATE POLICY works ON social_tie TO cartella_hub USING (true) WITH CHECK (true);
CREATE POLICY granted ON social_tie FOR SELECT TO cartella_reader USING (EXISTS (
    SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = social_tie.scope_owner
    AND d.scope_kind = social_tie.scope_kind AND d.hold IN (0, 1)));
GRANT SELECT ON social_tie TO cartella_reader;
