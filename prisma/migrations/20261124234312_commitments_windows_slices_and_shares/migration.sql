-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "board_delay_hours" INTEGER NOT NULL DEFAULT 48,
ADD COLUMN     "casts_from" TIMESTAMP(3),
ADD COLUMN     "held_at" TIMESTAMP(3),
ADD COLUMN     "slice_names" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "roster_entry" ADD COLUMN     "claim_noticed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "slices" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "commitment" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "shared_at" TIMESTAMP(3),
    "closed_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "leader_statement" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "leader_statement_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "board_share" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "label" TEXT NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "board_share_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "company_event" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "quarter" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "company_event_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "comment_flag" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "flagged_by" TEXT NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMP(3),

    CONSTRAINT "comment_flag_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "commitment_company_id_cycle_id_seat_kind_key" ON "commitment"("company_id", "cycle_id", "seat", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "leader_statement_company_id_cycle_id_seat_key" ON "leader_statement"("company_id", "cycle_id", "seat");

-- CreateIndex
CREATE UNIQUE INDEX "board_share_company_id_token_hash_key" ON "board_share"("company_id", "token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "comment_flag_company_id_comment_id_key" ON "comment_flag"("company_id", "comment_id");

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leader_statement" ADD CONSTRAINT "leader_statement_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leader_statement" ADD CONSTRAINT "leader_statement_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_share" ADD CONSTRAINT "board_share_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company_event" ADD CONSTRAINT "company_event_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_flag" ADD CONSTRAINT "comment_flag_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_flag" ADD CONSTRAINT "comment_flag_company_id_comment_id_fkey" FOREIGN KEY ("company_id", "comment_id") REFERENCES "comment"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- one company sees its own rows only

DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['commitment', 'leader_statement', 'board_share', 'company_event', 'comment_flag'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY own_company ON %I
         USING (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid))
         WITH CHECK (company_id = (SELECT nullif(current_setting(''app.company_id'', true), '''')::uuid))',
      table_name
    );
  END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON commitment, leader_statement, company_event TO tandem_app;
-- What was shared and what was flagged stays on record.
GRANT SELECT, INSERT, UPDATE ON board_share, comment_flag TO tandem_app;

-- ---------------------------------------------------------------- what never changes

CREATE OR REPLACE FUNCTION guard_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF OLD.phase <> 'draft'
     AND (NEW.casts_from IS DISTINCT FROM OLD.casts_from OR NEW.slice_names IS DISTINCT FROM OLD.slice_names) THEN
    RAISE EXCEPTION 'windows and slices of a cycle are fixed when it opens' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

ALTER TABLE cycle ADD CONSTRAINT board_reads_after_leaders CHECK (board_delay_hours >= 48);
ALTER TABLE cycle ADD CONSTRAINT at_most_three_slices CHECK (cardinality(slice_names) <= 3);

-- ---------------------------------------------------------------- claiming as one indivisible step

-- claimed, closed, unknown (no such invitation), foreign (the key of another group), conflict (claimed before with
-- another message). A repeated identical claim is claimed and changes nothing.
CREATE FUNCTION claim_credential(
  company uuid, cycle uuid, invitation_hash bytea, rater_group text, blinded_message_hash bytea, moment timestamp
) RETURNS text LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  entry roster_entry%ROWTYPE;
BEGIN
  PERFORM set_config('app.company_id', company::text, true);
  PERFORM pg_advisory_xact_lock_shared(cycle_lock_key(company, cycle));
  SELECT * INTO entry FROM roster_entry AS it
    WHERE it.company_id = company AND it.cycle_id = cycle AND it.invitation_hash = invitation_hash FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'unknown';
  END IF;
  IF NOT EXISTS (
    SELECT FROM cycle AS it
    WHERE it.company_id = company AND it.id = cycle AND it.phase = 'open' AND it.closes_at > moment
  ) THEN
    RETURN 'closed';
  END IF;
  IF entry."group" <> rater_group THEN
    RETURN 'foreign';
  END IF;
  IF entry.claimed THEN
    RETURN CASE WHEN entry.blinded_message_hash = blinded_message_hash THEN 'claimed' ELSE 'conflict' END;
  END IF;
  UPDATE roster_entry AS it SET claimed = true, blinded_message_hash = claim_credential.blinded_message_hash
    WHERE it.company_id = company AND it.id = entry.id;
  RETURN 'claimed';
END
$$;

REVOKE EXECUTE ON FUNCTION claim_credential FROM PUBLIC;
GRANT EXECUTE ON FUNCTION claim_credential TO tandem_app;
