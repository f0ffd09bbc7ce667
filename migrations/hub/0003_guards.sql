-- Who may do what to the tables, and what nobody may: signed means immutable, nothing of the log goes away, and a
-- reading connection sees what its device was granted, whatever it asks for. The roles are made before this runs:
-- cartella_hub works (no DDL, no change of bytes), cartella_reader reads for one device.

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Erasure, ordered by two people, has a role of its own.
    IF current_user = 'cartella_eraser' THEN
        RETURN coalesce(NEW, OLD);
    END IF;
    RAISE EXCEPTION '% of % is refused: what is signed is kept', TG_OP, TG_TABLE_NAME;
END $$;

DO $$
DECLARE
    kept text;
BEGIN
    FOREACH kept IN ARRAY ARRAY['diary_entry', 'reserved_segment', 'rectification', 'annulment', 'confirmation', 'device_chain',
        'receipt', 'acl', 'administration', 'incident'] LOOP
        EXECUTE format('CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse()', kept);
    END LOOP;
    FOREACH kept IN ARRAY ARRAY['diary_entry', 'reserved_segment', 'rectification', 'annulment', 'confirmation', 'device_chain',
        'receipt', 'acl', 'administration', 'incident', 'change', 'quarantine', 'scope', 'record', 'request',
        'case_fact', 'staff_fact'] LOOP
        EXECUTE format('CREATE TRIGGER whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse()', kept);
    END LOOP;
END $$;

CREATE TRIGGER kept BEFORE DELETE ON change FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER immutable BEFORE UPDATE OF scope_owner, scope_kind, seq, change_id, device, author, header_hash, bytes,
    eff_hlc, received_at, flags, stands ON change FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER kept BEFORE DELETE ON quarantine FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER immutable BEFORE UPDATE OF header_hash, change_id, device, author, scope_owner, scope_kind, bytes, code,
    received_at ON quarantine FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER kept BEFORE DELETE ON scope FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER kept BEFORE DELETE ON device FOR EACH ROW EXECUTE FUNCTION refuse();

-- A dead write stays dead, a settled change stays settled, a revoked device stays revoked.
CREATE FUNCTION only_rises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'change' AND OLD.dead & ~NEW.dead <> 0 THEN
        RAISE EXCEPTION 'a dead write stays dead';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rises BEFORE UPDATE OF dead ON change FOR EACH ROW EXECUTE FUNCTION only_rises();
CREATE FUNCTION stays_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 0 THEN
        RAISE EXCEPTION 'what is settled stays settled';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rises BEFORE UPDATE ON quarantine FOR EACH ROW EXECUTE FUNCTION stays_settled();
CREATE FUNCTION stays_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 2 AND NEW.state <> 2 THEN
        RAISE EXCEPTION 'a revoked device stays revoked';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rises BEFORE UPDATE OF state ON device FOR EACH ROW EXECUTE FUNCTION stays_revoked();

GRANT USAGE ON SCHEMA public TO cartella_hub, cartella_reader;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO cartella_hub;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO cartella_hub;
GRANT UPDATE (epoch, acl, day) ON office TO cartella_hub;
GRANT UPDATE (label, state, incarnation, seq, tip, last_contact, offset_ms) ON device TO cartella_hub;
GRANT UPDATE (staff) ON identity TO cartella_hub;
GRANT UPDATE (used_by, used_at) ON enrol_code TO cartella_hub;
GRANT UPDATE (head, digest, opened_by, of, opened_at) ON scope TO cartella_hub;
GRANT UPDATE (dead) ON change TO cartella_hub;
GRANT UPDATE (state, settled_by, settled_at, reason) ON quarantine TO cartella_hub;
GRANT UPDATE (hold, acl, left_acl) ON device_scope TO cartella_hub;
GRANT UPDATE (settled_at) ON request TO cartella_hub;
GRANT DELETE ON register TO cartella_hub;

DO $$
DECLARE
    kind text;
BEGIN
    FOREACH kind IN ARRAY ARRAY['setting', 'draft_copy', 'classification', 'next_action', 'appointment', 'activity', 'person',
        'address', 'contact', 'relation', 'household', 'parental_responsibility', 'alert', 'person_merge', 'school',
        'school_class', 'school_enrolment', 'operator', 'case_file', 'episode', 'assignment', 'transition',
        'case_message', 'import_batch', 'import_mapping', 'import_part'] LOOP
        EXECUTE format('GRANT UPDATE (body, clashes, deleted) ON %I TO cartella_hub', kind);
    END LOOP;
END $$;

-- The second net. The device is set for one transaction at a time; without it nothing is seen.
CREATE FUNCTION reading_device() RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT decode(coalesce(current_setting('cartella.device', true), ''), 'hex') $$;

DO $$
DECLARE
    held text;
BEGIN
    FOR held IN SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'scope_owner' AND table_name <> 'device_scope' LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', held);
        EXECUTE format('CREATE POLICY works ON %I TO cartella_hub USING (true) WITH CHECK (true)', held);
        EXECUTE format('CREATE POLICY granted ON %I FOR SELECT TO cartella_reader USING (EXISTS (
            SELECT 1 FROM device_scope AS d WHERE d.device = reading_device() AND d.scope_owner = %I.scope_owner
            AND d.scope_kind = %I.scope_kind AND d.hold IN (0, 1)))', held, held, held);
        EXECUTE format('GRANT SELECT ON %I TO cartella_reader', held);
    END LOOP;
END $$;
ALTER TABLE device_scope ENABLE ROW LEVEL SECURITY;
CREATE POLICY works ON device_scope TO cartella_hub USING (true) WITH CHECK (true);
CREATE POLICY own ON device_scope FOR SELECT TO cartella_reader USING (device = reading_device() AND EXISTS (
    SELECT 1 FROM device WHERE device.device = device_scope.device AND device.state = 0));
ALTER TABLE device ENABLE ROW LEVEL SECURITY;
CREATE POLICY works ON device TO cartella_hub USING (true) WITH CHECK (true);
CREATE POLICY own ON device FOR SELECT TO cartella_reader USING (device = reading_device());
GRANT SELECT ON device_scope, device, office TO cartella_reader;
-- What waits, and the receipts of others, are not for laptops.
REVOKE SELECT ON quarantine, receipt, incident, request FROM cartella_reader;
