-- Phases of an episode, as far as something is said of them.
CREATE TABLE fase (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);
-- Data that the interchange asks for and no other record holds.
CREATE TABLE dato_fase (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);
-- Lists of codes as the office loaded them, for ever.
CREATE TABLE elenco_codici (
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
    FOREACH kind IN ARRAY ARRAY['fase', 'dato_fase', 'elenco_codici'] LOOP
        EXECUTE format('GRANT SELECT, INSERT ON %I TO cartella_hub', kind);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', kind);
        EXECUTE format('CREATE POLICY works ON %I TO cartella_hub USING (true) WITH CHECK (true)', kind);
        EXECUTE format('CREATE POLICY granted ON %I FOR SELECT TO cartella_reader USING (EXISTS (
            SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = %I.scope_owner
            AND d.scope_kind = %I.scope_kind AND d.hold IN (0, 1)))', kind, kind, kind);
        EXECUTE format('GRANT SELECT ON %I TO cartella_reader', kind);
    END LOOP;
    FOREACH kind IN ARRAY ARRAY['fase', 'dato_fase'] LOOP
        EXECUTE format('GRANT UPDATE (body, clashes, deleted) ON %I TO cartella_hub', kind);
    END LOOP;
    FOREACH kind IN ARRAY ARRAY['elenco_codici'] LOOP
        EXECUTE format('CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse()', kind);
        EXECUTE format('CREATE TRIGGER whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse()', kind);
    END LOOP;
END $$;
