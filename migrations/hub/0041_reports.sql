-- Cards of reports to a court.
CREATE TABLE relazione (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);
-- Texts of reports while they are written.
CREATE TABLE relazione_testo (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);
-- Signatures under reports.
CREATE TABLE relazione_firma (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);
-- Signed reports, for ever.
CREATE TABLE relazione_firmata (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);
-- The PDF/A of signed reports.
CREATE TABLE relazione_file (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

DO $$
DECLARE
    kind text;
BEGIN
    FOREACH kind IN ARRAY ARRAY['relazione', 'relazione_testo', 'relazione_firma', 'relazione_firmata', 'relazione_file'] LOOP
        EXECUTE format('GRANT SELECT, INSERT ON %I TO cartella_hub', kind);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kind);
        EXECUTE format('CREATE POLICY works ON %I TO cartella_hub USING (true) WITH CHECK (true)', kind);
        EXECUTE format('CREATE POLICY granted ON %I FOR SELECT TO cartella_reader USING (EXISTS (
            SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = %I.scope_owner
            AND d.scope_kind = %I.scope_kind AND d.hold IN (0, 1)))', kind, kind, kind);
        EXECUTE format('GRANT SELECT ON %I TO cartella_reader', kind);
    END LOOP;
    FOREACH kind IN ARRAY ARRAY['relazione', 'relazione_testo', 'relazione_firma'] LOOP
        EXECUTE format('GRANT UPDATE (body, clashes, deleted) ON %I TO cartella_hub', kind);
    END LOOP;
    FOREACH kind IN ARRAY ARRAY['relazione_firmata', 'relazione_file'] LOOP
        EXECUTE format('CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse()', kind);
        EXECUTE format('CREATE TRIGGER whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse()', kind);
    END LOOP;
END $$;
