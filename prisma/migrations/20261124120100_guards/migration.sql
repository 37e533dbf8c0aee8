-- What the tables alone cannot promise: who may read what (grants), whose rows one sees (row-level security),
-- what never changes (triggers), and casting as one indivisible step (functions).
-- The roles are made by scripts/migrate.ts, because roles belong to the server and not to one database.

-- ---------------------------------------------------------------- one company sees its own rows only

DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY[
    'member', 'seat_tenure', 'roster_import', 'cycle', 'roster_entry', 'issuer_key', 'ballot', 'ledger',
    'report_part', 'comment', 'attributed_rating', 'delivery', 'audit_entry'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', table_name);
    -- Without a company the setting is empty, the comparison is null, and nothing is seen or written.
    EXECUTE format(
      'CREATE POLICY own_company ON %I
         USING (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid))
         WITH CHECK (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid))',
      table_name
    );
  END LOOP;
END
$$;

-- A person who has signed in may find the companies they belong to.
CREATE POLICY own_memberships ON member FOR SELECT TO tandem_app
  USING (email = (SELECT nullif(current_setting('app.email', true), '')));

-- ---------------------------------------------------------------- who may do what

-- The application. Nothing of ballot: no mistake in a query can show an envelope to it.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  "user", session, verification_token, company, outbox_mail,
  member, seat_tenure, roster_import, cycle, roster_entry, attributed_rating, delivery
  TO tandem_app;
GRANT SELECT, INSERT ON issuer_key, audit_entry TO tandem_app;
GRANT SELECT ON ledger, report_part, comment TO tandem_app;

-- The casting endpoint. Nothing that names a person.
GRANT SELECT, INSERT, UPDATE ON ballot TO tandem_ballot;
GRANT SELECT (company_id, id, phase) ON cycle TO tandem_ballot;

-- The tally and the destruction. Of people only what a report prints: the leaders' names, and counts of the roster.
GRANT SELECT, DELETE ON ballot TO tandem_tally;
GRANT SELECT, INSERT ON ledger, report_part, audit_entry TO tandem_tally;
GRANT SELECT, INSERT, DELETE ON comment TO tandem_tally;
GRANT SELECT ON company, cycle, issuer_key, seat_tenure, attributed_rating TO tandem_tally;
GRANT UPDATE (phase, closed_at, released_at, board_at, destroyed_at) ON cycle TO tandem_tally;
GRANT SELECT (company_id, id, name) ON member TO tandem_tally;
GRANT SELECT (company_id, id, cycle_id, member_id, "group", claimed, blinded_message_hash) ON roster_entry TO tandem_tally;
GRANT UPDATE (claimed, blinded_message_hash, invitation_hash) ON roster_entry TO tandem_tally;

-- ---------------------------------------------------------------- what never changes

CREATE FUNCTION guard_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.manifest IS NOT NULL AND NEW.manifest IS DISTINCT FROM OLD.manifest
     OR OLD.manifest_hash IS NOT NULL AND NEW.manifest_hash IS DISTINCT FROM OLD.manifest_hash THEN
    RAISE EXCEPTION 'the manifest of a cycle is written once' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.phase IS DISTINCT FROM OLD.phase
     AND (OLD.phase, NEW.phase) NOT IN (('draft', 'open'), ('open', 'closed'), ('closed', 'released')) THEN
    RAISE EXCEPTION 'a cycle moves from draft to open to closed to released, not from % to %', OLD.phase, NEW.phase
      USING ERRCODE = 'check_violation';
  END IF;
  -- The close is announced in the manifest: it may come earlier, never later.
  IF OLD.phase <> 'draft' AND NEW.closes_at > OLD.closes_at THEN
    RAISE EXCEPTION 'the close of a cycle that is open may not be put off' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER guard_cycle BEFORE UPDATE ON cycle FOR EACH ROW EXECUTE FUNCTION guard_cycle();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is written once', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER written_once BEFORE UPDATE ON ledger FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE ON report_part FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE ON comment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER written_once BEFORE UPDATE ON issuer_key FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ---------------------------------------------------------------- casting and closing, one after the other

-- Casts share this lock and the close takes it alone: after the close has it, no cast is under way and none begins.
CREATE FUNCTION cycle_lock_key(company uuid, cycle uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended(company::text || cycle::text, 360)
$$;

-- Waits for the casts under way and keeps new ones waiting until the end of the transaction.
CREATE FUNCTION close_cycle_lock(company uuid, cycle uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(cycle_lock_key(company, cycle))
$$;

-- The session-less endpoint starts here: enters the company and says whether the cycle is open. The announced closing
-- time is in the manifest and is checked before; what only the database can decide is whether an admin closed earlier.
-- Statements of a volatile function see what was committed before each of them, so the phase is read after the lock.
CREATE FUNCTION enter_open_cycle(company uuid, cycle uuid) RETURNS boolean LANGUAGE plpgsql AS $$
#variable_conflict use_variable
BEGIN
  PERFORM set_config('app.company_id', company::text, true);
  PERFORM pg_advisory_xact_lock_shared(cycle_lock_key(company, cycle));
  RETURN EXISTS (
    SELECT FROM cycle AS it
    WHERE it.company_id = company AND it.id = cycle AND it.phase = 'open'
  );
END
$$;

-- accepted, closed, conflict (another version is stored), unknown (no such ballot, and no credential to begin one).
-- A repeated identical cast is accepted and changes nothing.
CREATE FUNCTION cast_ballot(
  company uuid, cycle uuid, nullifier bytea, key_id bytea, version integer, ballot_public_key bytea,
  message_prefix bytea, credential_signature bytea, envelope bytea, ballot_signature bytea
) RETURNS text LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  stored ballot%ROWTYPE;
BEGIN
  IF (message_prefix IS NULL) <> (credential_signature IS NULL) THEN
    RAISE EXCEPTION 'half a credential' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF NOT enter_open_cycle(company, cycle) THEN
    RETURN 'closed';
  END IF;
  IF version = 1 AND message_prefix IS NOT NULL THEN
    INSERT INTO ballot (company_id, cycle_id, nullifier, key_id, version, withdrawn, ballot_public_key,
                        message_prefix, credential_signature, envelope, ballot_signature)
    VALUES (company, cycle, nullifier, key_id, version, false, ballot_public_key,
            message_prefix, credential_signature, envelope, ballot_signature)
    ON CONFLICT DO NOTHING;
    IF FOUND THEN
      RETURN 'accepted';
    END IF;
  END IF;
  SELECT * INTO stored FROM ballot AS it
    WHERE it.company_id = company AND it.cycle_id = cycle AND it.nullifier = nullifier FOR UPDATE;
  IF NOT FOUND THEN
    RETURN CASE WHEN message_prefix IS NULL THEN 'unknown' ELSE 'conflict' END;
  END IF;
  IF stored.version = version AND stored.envelope = envelope AND NOT stored.withdrawn THEN
    RETURN 'accepted';
  END IF;
  IF stored.version + 1 <> version THEN
    RETURN 'conflict';
  END IF;
  UPDATE ballot AS it SET
    version = cast_ballot.version, withdrawn = false,
    message_prefix = coalesce(cast_ballot.message_prefix, it.message_prefix),
    credential_signature = coalesce(cast_ballot.credential_signature, it.credential_signature),
    envelope = cast_ballot.envelope, ballot_signature = cast_ballot.ballot_signature
    WHERE it.company_id = company AND it.cycle_id = cycle AND it.nullifier = cast_ballot.nullifier;
  RETURN 'accepted';
END
$$;

-- Takes a ballot back: the envelope goes, its version stays, so that a later cast with the next version revives it.
CREATE FUNCTION withdraw_ballot(company uuid, cycle uuid, nullifier bytea, version integer, ballot_signature bytea)
RETURNS text LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  stored ballot%ROWTYPE;
BEGIN
  IF NOT enter_open_cycle(company, cycle) THEN
    RETURN 'closed';
  END IF;
  SELECT * INTO stored FROM ballot AS it
    WHERE it.company_id = company AND it.cycle_id = cycle AND it.nullifier = nullifier FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'unknown';
  END IF;
  IF stored.version = version AND stored.withdrawn THEN
    RETURN 'accepted';
  END IF;
  IF stored.version + 1 <> version THEN
    RETURN 'conflict';
  END IF;
  UPDATE ballot AS it SET
    version = withdraw_ballot.version, withdrawn = true, envelope = ''::bytea,
    ballot_signature = withdraw_ballot.ballot_signature
    WHERE it.company_id = company AND it.cycle_id = cycle AND it.nullifier = withdraw_ballot.nullifier;
  RETURN 'accepted';
END
$$;

-- At which version a ballot stands; no row for a nullifier that never cast.
CREATE FUNCTION ballot_state(company uuid, cycle uuid, nullifier bytea)
RETURNS TABLE (version integer, withdrawn boolean) LANGUAGE plpgsql AS $$
#variable_conflict use_variable
BEGIN
  PERFORM set_config('app.company_id', company::text, true);
  RETURN QUERY SELECT it.version, it.withdrawn FROM ballot AS it
    WHERE it.company_id = company AND it.cycle_id = cycle AND it.nullifier = nullifier;
END
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cycle_lock_key, close_cycle_lock TO tandem_app, tandem_tally;
GRANT EXECUTE ON FUNCTION cycle_lock_key, enter_open_cycle, cast_ballot, withdraw_ballot, ballot_state
  TO tandem_ballot;
