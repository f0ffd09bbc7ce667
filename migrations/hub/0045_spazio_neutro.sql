-- Spazio neutro at the office, in the court scope of each case.

-- The shape of every table of a kind.
CREATE TABLE shape (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

-- Paths, from the request to the discharge.
CREATE TABLE percorso_sn (LIKE shape INCLUDING ALL);
-- Supervised meetings.
CREATE TABLE incontro_sn (LIKE shape INCLUDING ALL);
-- Steps of the protocol that no other record says.
CREATE TABLE passo_sn (LIKE shape INCLUDING ALL);

DROP TABLE shape;

DO $$
DECLARE
    kind text;
BEGIN
    FOREACH kind IN ARRAY ARRAY['percorso_sn', 'incontro_sn', 'passo_sn'] LOOP
        EXECUTE format('GRANT SELECT, INSERT ON %I TO cartella_hub', kind);
        EXECUTE format('GRANT UPDATE (body, clashes, deleted) ON %I TO cartella_hub', kind);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kind);
        EXECUTE format('CREATE POLICY works ON %I TO cartella_hub USING (true) WITH CHECK (true)', kind);
        EXECUTE format('CREATE POLICY granted ON %I FOR SELECT TO cartella_reader USING (EXISTS (
            SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = %I.scope_owner
            AND d.scope_kind = %I.scope_kind AND d.hold IN (0, 1)))', kind, kind, kind);
        EXECUTE format('GRANT SELECT ON %I TO cartella_reader', kind);
    END LOOP;
END $$;
