-- What the office decided about its terms, and why, for ever.
CREATE TABLE terms_change (
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
    FOREACH kind IN ARRAY ARRAY['terms_change'] LOOP
        EXECUTE format('GRANT SELECT, INSERT ON %I TO cartella_hub', kind);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kind);
        EXECUTE format('CREATE POLICY works ON %I TO cartella_hub USING (true) WITH CHECK (true)', kind);
        EXECUTE format('CREATE POLICY granted ON %I FOR SELECT TO cartella_reader USING (EXISTS (
            SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = %I.scope_owner
            AND d.scope_kind = %I.scope_kind AND d.hold IN (0, 1)))', kind, kind, kind);
        EXECUTE format('GRANT SELECT ON %I TO cartella_reader', kind);
    END LOOP;
    FOREACH kind IN ARRAY ARRAY['terms_change'] LOOP
        EXECUTE format('CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse()', kind);
        EXECUTE format('CREATE TRIGGER whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse()', kind);
    END LOOP;
END $$;
