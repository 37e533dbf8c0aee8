-- To the day only: what a person needs to recognise their sessions, and no more.
ALTER TABLE "session" ADD COLUMN "created_on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
                      ADD COLUMN "last_used_on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "member" ADD COLUMN "last_here_on" DATE;

-- How often a link was asked for within the hour, under a keyed hash of the mail address.
CREATE TABLE "sign_in_request" (
    "address_hash" TEXT NOT NULL,
    "asked_at" TIMESTAMP(3)[],
    "expires" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "sign_in_request_pkey" PRIMARY KEY ("address_hash")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_request TO tandem_app;
