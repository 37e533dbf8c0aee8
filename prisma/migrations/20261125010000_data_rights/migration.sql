-- Data rights: a hash-chained audit log whose names can be erased, erasure of members, retention, deletion of a company.

ALTER TABLE "company" ADD COLUMN "deletion_due_at" TIMESTAMP(3),
ADD COLUMN "retention_cycles" INTEGER NOT NULL DEFAULT 8;
ALTER TABLE "company" ADD CONSTRAINT retention_within_bounds CHECK (retention_cycles BETWEEN 5 AND 20);

ALTER TABLE "member" ADD COLUMN "erased_at" TIMESTAMP(3);
GRANT SELECT (erased_at) ON member TO tandem_tally;

ALTER TABLE "cycle" ADD COLUMN "expired_at" TIMESTAMP(3);

CREATE INDEX "roster_entry_company_id_member_id_idx" ON "roster_entry"("company_id", "member_id");

-- ---------------------------------------------------------------- the audit log as a chain

ALTER TABLE "audit_entry" ADD COLUMN "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "actor_salt" TEXT,
ADD COLUMN "actor_hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN "subject_salt" TEXT,
ADD COLUMN "subject_hash" TEXT,
ADD COLUMN "previous_hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN "hash" TEXT NOT NULL DEFAULT '';

-- A text and a salt behind one fingerprint: when the salt is deleted, the fingerprint says nothing about the text.
CREATE FUNCTION audit_seal(salt text, content text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(salt || '|' || content, 'UTF8')), 'hex')
$$;

-- The canonical JSON of domain/audit-chain.ts; a test holds the two together.
CREATE FUNCTION audit_hash(entry audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    '{"action":' || to_json(entry.action)::text
    || ',"actor":"' || entry.actor_hash
    || '","at":"' || to_char(entry.at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","company":"' || entry.company_id
    || '","previous":"' || entry.previous_hash
    || '","sequence":' || entry.sequence
    || ',"subject":' || coalesce('"' || entry.subject_hash || '"', 'null') || '}', 'UTF8')), 'hex')
$$;

CREATE FUNCTION audit_salt() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
$$;

-- Whoever writes a line, and however: it is put at the end of its company's chain. Writers at once wait for each other.
CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.company_id::text, 361));
  SELECT it.sequence, it.hash INTO head FROM audit_entry AS it
    WHERE it.company_id = NEW.company_id ORDER BY it.sequence DESC LIMIT 1;
  NEW.sequence := coalesce(head.sequence, 0) + 1;
  NEW.previous_hash := coalesce(head.hash, repeat('0', 64));
  NEW.actor_salt := audit_salt();
  NEW.actor_hash := audit_seal(NEW.actor_salt, NEW.actor);
  NEW.subject_salt := CASE WHEN NEW.subject IS NOT NULL THEN audit_salt() END;
  NEW.subject_hash := audit_seal(NEW.subject_salt, NEW.subject);
  NEW.hash := audit_hash(NEW);
  RETURN NEW;
END
$$;

-- Lines that were there before, in their order. Row-level security binds the owner too, so it rests meanwhile.
ALTER TABLE audit_entry NO FORCE ROW LEVEL SECURITY;
DROP TRIGGER written_once ON audit_entry;
DO $$
DECLARE
  old audit_entry%ROWTYPE;
  place uuid;
  number integer;
  head text;
BEGIN
  FOR old IN SELECT * FROM audit_entry ORDER BY company_id, at, id LOOP
    IF place IS DISTINCT FROM old.company_id THEN
      place := old.company_id;
      number := 0;
      head := repeat('0', 64);
    END IF;
    number := number + 1;
    old.sequence := number;
    old.previous_hash := head;
    old.actor_salt := audit_salt();
    old.actor_hash := audit_seal(old.actor_salt, old.actor);
    old.subject_salt := CASE WHEN old.subject IS NOT NULL THEN audit_salt() END;
    old.subject_hash := audit_seal(old.subject_salt, old.subject);
    old.hash := audit_hash(old);
    head := old.hash;
    UPDATE audit_entry SET sequence = old.sequence, previous_hash = old.previous_hash, actor_salt = old.actor_salt,
      actor_hash = old.actor_hash, subject_salt = old.subject_salt, subject_hash = old.subject_hash, hash = old.hash
      WHERE company_id = old.company_id AND id = old.id;
  END LOOP;
END
$$;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX "audit_entry_company_id_sequence_key" ON "audit_entry"("company_id", "sequence");
CREATE TRIGGER chain_audit BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION chain_audit();

-- A line is written once. The one thing that may go is a name, and its salt with it.
CREATE FUNCTION guard_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.company_id, NEW.id, NEW.sequence, NEW.at, NEW.action, NEW.actor_hash, NEW.previous_hash, NEW.hash)
       IS DISTINCT FROM
     (OLD.company_id, OLD.id, OLD.sequence, OLD.at, OLD.action, OLD.actor_hash, OLD.previous_hash, OLD.hash)
     OR NEW.subject_hash IS DISTINCT FROM OLD.subject_hash
     OR (NEW.actor, NEW.actor_salt) IS DISTINCT FROM (OLD.actor, OLD.actor_salt) AND NEW.actor_salt IS NOT NULL
     OR (NEW.subject, NEW.subject_salt) IS DISTINCT FROM (OLD.subject, OLD.subject_salt) AND NEW.subject_salt IS NOT NULL
  THEN
    RAISE EXCEPTION 'a row of % is written once', TG_TABLE_NAME USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER written_once BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION guard_audit();

-- The functions below run as the owner, because the application's roles may not do it otherwise. The owner is bound by
-- row-level security like everybody (FORCE), and each function names its company in every statement besides.

-- Puts a pseudonym in the place of erased addresses and names, in the company of this transaction. Addresses that are
-- still a member's are refused: nobody disappears from the log who is still there.
CREATE FUNCTION erase_from_audit(company uuid, addresses text[], names text[], pseudonym text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_variable
DECLARE
  line audit_entry%ROWTYPE;
  word text;
  written text;
  changed integer := 0;
BEGIN
  IF company::text IS DISTINCT FROM current_setting('app.company_id', true) THEN
    RAISE EXCEPTION 'this is another company' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM member AS it WHERE it.company_id = company AND it.email = ANY (addresses)) THEN
    RAISE EXCEPTION 'this address is a member''s' USING ERRCODE = 'check_violation';
  END IF;
  FOR line IN SELECT * FROM audit_entry AS it WHERE it.company_id = company LOOP
    written := line.subject;
    FOREACH word IN ARRAY addresses LOOP
      written := replace(written, word, pseudonym);
    END LOOP;
    FOREACH word IN ARRAY names LOOP
      written := regexp_replace(
        written, '(^|[^[:alnum:]])' || regexp_replace(word, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])',
        '\1' || pseudonym, 'g');
    END LOOP;
    IF line.actor = ANY (addresses) OR written IS DISTINCT FROM line.subject THEN
      UPDATE audit_entry AS it SET
        actor = CASE WHEN line.actor = ANY (addresses) THEN pseudonym ELSE line.actor END,
        actor_salt = CASE WHEN line.actor = ANY (addresses) THEN NULL ELSE line.actor_salt END,
        subject = written,
        subject_salt = CASE WHEN written IS DISTINCT FROM line.subject THEN NULL ELSE line.subject_salt END
        WHERE it.company_id = company AND it.id = line.id;
      changed := changed + 1;
    END IF;
  END LOOP;
  RETURN changed;
END
$$;

-- ---------------------------------------------------------------- retention and deletion

-- Deletes what an old cycle's results consist of, and its roster. The public record (manifest, ledger) stays. Refuses a
-- cycle that is not destroyed, and the five newest, which trends and the check of roster changes need.
CREATE FUNCTION expire_cycle(the_company uuid, the_cycle uuid, moment timestamp) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  name text;
BEGIN
  PERFORM set_config('app.company_id', the_company::text, true);
  IF NOT EXISTS (SELECT FROM cycle AS it WHERE it.company_id = the_company AND it.id = the_cycle
                 AND it.destroyed_at IS NOT NULL AND it.expired_at IS NULL
                 AND 5 <= (SELECT count(*) FROM cycle AS later WHERE later.company_id = the_company
                           AND later.phase IN ('closed', 'released') AND later.quarter > it.quarter)) THEN
    RETURN false;
  END IF;
  FOREACH name IN ARRAY ARRAY['comment_flag', 'comment', 'report_part', 'board_share', 'leader_statement', 'commitment',
                              'attributed_rating', 'delivery', 'roster_entry'] LOOP
    EXECUTE format('DELETE FROM %I WHERE company_id = $1 AND cycle_id = $2', name) USING the_company, the_cycle;
  END LOOP;
  UPDATE cycle SET expired_at = moment, board_headline = NULL, board_question = NULL
    WHERE company_id = the_company AND id = the_cycle;
  RETURN true;
END
$$;

-- Deletes a company whose grace is over, children first, so that no cascade has to search. False: it was called off.
CREATE FUNCTION delete_company(the_company uuid, moment timestamp) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  name text;
  running uuid;
BEGIN
  PERFORM set_config('app.company_id', the_company::text, true);
  PERFORM FROM company AS it WHERE it.id = the_company AND it.deletion_due_at <= moment FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  FOR running IN SELECT it.id FROM cycle AS it WHERE it.company_id = the_company AND it.phase = 'open' LOOP
    PERFORM close_cycle_lock(the_company, running);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['comment_flag', 'comment', 'report_part', 'ledger', 'issuer_key', 'ballot', 'board_share',
                              'leader_statement', 'commitment', 'attributed_rating', 'delivery', 'roster_entry', 'cycle',
                              'roster_import', 'company_event', 'seat_tenure', 'member', 'audit_entry'] LOOP
    EXECUTE format('DELETE FROM %I WHERE company_id = $1', name) USING the_company;
  END LOOP;
  DELETE FROM company AS it WHERE it.id = the_company;
  RETURN true;
END
$$;

-- A company goes by delete_company alone, and its audit log with it.
REVOKE DELETE ON company FROM tandem_app;

REVOKE EXECUTE ON FUNCTION audit_seal, audit_hash, audit_salt, erase_from_audit, expire_cycle, delete_company FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_seal, audit_hash, audit_salt TO tandem_app, tandem_tally;
GRANT EXECUTE ON FUNCTION erase_from_audit TO tandem_app;
GRANT EXECUTE ON FUNCTION expire_cycle, delete_company TO tandem_tally;
