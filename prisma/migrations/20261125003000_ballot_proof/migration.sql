-- What the holder of a ballot key needs to check that their own envelope is the stored one: its hash, its version and the
-- signature they made themselves. No row for a nullifier that never cast, and none after destruction.
CREATE FUNCTION ballot_proof(company uuid, cycle uuid, nullifier bytea)
RETURNS TABLE (version integer, withdrawn boolean, envelope_hash bytea, ballot_signature bytea) LANGUAGE plpgsql AS $$
#variable_conflict use_variable
BEGIN
  PERFORM set_config('app.company_id', company::text, true);
  RETURN QUERY SELECT it.version, it.withdrawn, sha256(it.envelope), it.ballot_signature FROM ballot AS it
    WHERE it.company_id = company AND it.cycle_id = cycle AND it.nullifier = nullifier;
END
$$;
REVOKE EXECUTE ON FUNCTION ballot_proof FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ballot_proof TO tandem_ballot;
