-- Placements in facilities at the office: facilities in the scope of everybody, stays in the court scope of each case,
-- rates, bills and budget sheets in its money scope.

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

-- Facilities of the office's own list.
CREATE TABLE struttura (LIKE shape INCLUDING ALL);
-- Placements, each in its phase.
CREATE TABLE collocamento (LIKE shape INCLUDING ALL);
-- Daily rates of a placement.
CREATE TABLE retta (LIKE shape INCLUDING ALL);
-- Bills of a facility.
CREATE TABLE fattura_com (LIKE shape INCLUDING ALL);
-- Budget sheets as they were sent, for ever.
CREATE TABLE scheda_budget (LIKE shape INCLUDING ALL);
-- Days on which a placed minor was away.
CREATE TABLE assenza_com (LIKE shape INCLUDING ALL);
-- Requests of availability, one a facility.
CREATE TABLE richiesta_disponibilita (LIKE shape INCLUDING ALL);

DROP TABLE shape;

DO $$
DECLARE
    kind text;
BEGIN
    FOREACH kind IN ARRAY ARRAY['struttura', 'collocamento', 'retta', 'fattura_com', 'scheda_budget', 'assenza_com',
        'richiesta_disponibilita'] LOOP
        EXECUTE format('GRANT SELECT, INSERT ON %I TO cartella_hub', kind);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kind);
        EXECUTE format('CREATE POLICY works ON %I TO cartella_hub USING (true) WITH CHECK (true)', kind);
        EXECUTE format('CREATE POLICY granted ON %I FOR SELECT TO cartella_reader USING (EXISTS (
            SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = %I.scope_owner
            AND d.scope_kind = %I.scope_kind AND d.hold IN (0, 1)))', kind, kind, kind);
        EXECUTE format('GRANT SELECT ON %I TO cartella_reader', kind);
    END LOOP;
    FOREACH kind IN ARRAY ARRAY['struttura', 'collocamento', 'retta', 'fattura_com', 'assenza_com',
        'richiesta_disponibilita'] LOOP
        EXECUTE format('GRANT UPDATE (body, clashes, deleted) ON %I TO cartella_hub', kind);
    END LOOP;
    CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON scheda_budget FOR EACH ROW EXECUTE FUNCTION refuse();
    CREATE TRIGGER whole BEFORE TRUNCATE ON scheda_budget FOR EACH STATEMENT EXECUTE FUNCTION refuse();
END $$;
