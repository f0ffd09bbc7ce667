-- What was asked of the office as its askers see it: who asked, and how it ended.
CREATE TABLE office_request (
    scope_owner uuid NOT NULL,
    scope_kind  smallint NOT NULL,
    id          uuid NOT NULL,
    body        jsonb NOT NULL,
    clashes     jsonb,
    deleted     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (scope_owner, scope_kind, id)
);

GRANT SELECT, INSERT ON office_request TO cartella_hub;
GRANT UPDATE (body, clashes, deleted) ON office_request TO cartella_hub;
ALTER TABLE office_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY works ON office_request TO cartella_hub USING (true) WITH CHECK (true);
CREATE POLICY granted ON office_request FOR SELECT TO cartella_reader USING (EXISTS (
    SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = office_request.scope_owner
    AND d.scope_kind = office_request.scope_kind AND d.hold IN (0, 1)));
GRANT SELECT ON office_request TO cartella_reader;

-- A request that was settled stays settled, and what was asked is never rewritten.
CREATE FUNCTION stays_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.settled_at IS NOT NULL THEN
        RAISE EXCEPTION 'what is settled stays settled';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rises BEFORE UPDATE ON request FOR EACH ROW EXECUTE FUNCTION stays_answered();
CREATE TRIGGER kept BEFORE DELETE ON request FOR EACH ROW EXECUTE FUNCTION refuse();
