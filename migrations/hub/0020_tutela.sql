-- Child protection at the office: authorities in the scope of everybody, the rest in the court scope of each case.

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

-- Judicial authorities of the office's own list.
CREATE TABLE autorita (LIKE shape INCLUDING ALL);
-- Proceedings before an authority.
CREATE TABLE procedimento (LIKE shape INCLUDING ALL);
-- Orders of a court, one a file.
CREATE TABLE provvedimento (LIKE shape INCLUDING ALL);
-- What an order asks of the service.
CREATE TABLE mandato (LIKE shape INCLUDING ALL);
-- What an order asks of parents and others.
CREATE TABLE prescrizione (LIKE shape INCLUDING ALL);
-- Affidamento all'ente with its eight parts.
CREATE TABLE affidamento_ente (LIKE shape INCLUDING ALL);
-- Emergency measures (art. 403 c.c.).
CREATE TABLE misura_403 (LIKE shape INCLUDING ALL);
-- The steps of such a measure.
CREATE TABLE passo_403 (LIKE shape INCLUDING ALL);

DROP TABLE shape;

DO $$
DECLARE
    kind text;
BEGIN
    FOREACH kind IN ARRAY ARRAY['autorita', 'procedimento', 'provvedimento', 'mandato', 'prescrizione', 'affidamento_ente',
        'misura_403', 'passo_403'] LOOP
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
