-- Marks everybody in whose name a ballot was collected since the last time, and says who they are. Row by row in an order
-- drawn anew: one statement over all of them would rewrite the rows in the order in which they were claimed.
CREATE FUNCTION notice_claims(company uuid, cycle uuid) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  entry_id uuid;
BEGIN
  FOR entry_id IN
    SELECT it.id FROM roster_entry AS it
    WHERE it.company_id = company AND it.cycle_id = cycle AND it.claimed AND NOT it.claim_noticed
    ORDER BY gen_random_uuid()
  LOOP
    UPDATE roster_entry AS it SET claim_noticed = true WHERE it.company_id = company AND it.id = entry_id;
    RETURN NEXT entry_id;
  END LOOP;
END
$$;

REVOKE EXECUTE ON FUNCTION notice_claims FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notice_claims TO tandem_app;

-- Being told says that one claimed: destruction takes that mark too.
GRANT UPDATE (claim_noticed) ON roster_entry TO tandem_tally;
