-- CreateTable
CREATE TABLE "api_key" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "revoked_at" TIMESTAMP(3),
    "last_used_on" DATE,
    "expiry_told" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateIndex
CREATE INDEX "api_key_company_id_member_id_idx" ON "api_key"("company_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_company_id_token_hash_key" ON "api_key"("company_id", "token_hash");

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- one company sees its own rows only

ALTER TABLE api_key ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_company ON api_key
  USING (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid))
  WITH CHECK (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid));
GRANT SELECT, INSERT, DELETE ON api_key TO tandem_app;
-- What a key is and may do is written once.
GRANT UPDATE (revoked_at, last_used_on, expiry_told) ON api_key TO tandem_app;
