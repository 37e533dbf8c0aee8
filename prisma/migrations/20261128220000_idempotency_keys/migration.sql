-- Requests of the public API that named themselves with an Idempotency-Key, for a day: what is needed to answer them again.
CREATE TABLE "api_request" (
    "company_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "kept" JSONB,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_request_pkey" PRIMARY KEY ("company_id", "api_key_id", "key_hash"),
    CONSTRAINT "api_request_company_id_api_key_id_fkey" FOREIGN KEY ("company_id", "api_key_id") REFERENCES "api_key"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "api_request_company_id_created_at_idx" ON "api_request"("company_id", "created_at");

-- ---------------------------------------------------------------- one company sees its own rows only

ALTER TABLE api_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_company ON api_request
  USING (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid))
  WITH CHECK (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid));
GRANT SELECT, INSERT, DELETE ON api_request TO tandem_app;
-- What was asked is written once.
GRANT UPDATE (status, kept, created_at) ON api_request TO tandem_app;
