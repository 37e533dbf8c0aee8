-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMP(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier","token_hash")
);

-- CreateTable
CREATE TABLE "company" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mail_domains" TEXT[],
    "contact" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "board" BOOLEAN NOT NULL DEFAULT false,
    "group" TEXT,
    "slices" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "seat_tenure" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seat" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "started_at" TIMESTAMP(3) NOT NULL,
    "ended_at" TIMESTAMP(3),

    CONSTRAINT "seat_tenure_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "roster_import" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file_name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roster_import_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "quarter" TEXT NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'draft',
    "opens_at" TIMESTAMP(3),
    "closes_at" TIMESTAMP(3) NOT NULL,
    "closed_at" TIMESTAMP(3),
    "released_at" TIMESTAMP(3),
    "board_at" TIMESTAMP(3),
    "destroyed_at" TIMESTAMP(3),
    "manifest" TEXT,
    "manifest_hash" TEXT,
    "reminders_sent" INTEGER NOT NULL DEFAULT 0,
    "last_reminded_at" TIMESTAMP(3),
    "board_headline" TEXT,
    "board_question" TEXT,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "roster_entry" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "group" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "invitation_hash" BYTEA,
    "claimed" BOOLEAN NOT NULL DEFAULT false,
    "blinded_message_hash" BYTEA,

    CONSTRAINT "roster_entry_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "issuer_key" (
    "company_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "key_id" BYTEA NOT NULL,
    "group" TEXT NOT NULL,
    "spki" BYTEA NOT NULL,

    CONSTRAINT "issuer_key_pkey" PRIMARY KEY ("company_id","cycle_id","key_id")
);

-- CreateTable
CREATE TABLE "ballot" (
    "company_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "nullifier" BYTEA NOT NULL,
    "key_id" BYTEA NOT NULL,
    "version" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "ballot_public_key" BYTEA NOT NULL,
    "message_prefix" BYTEA NOT NULL,
    "credential_signature" BYTEA NOT NULL,
    "envelope" BYTEA NOT NULL,
    "ballot_signature" BYTEA NOT NULL,

    CONSTRAINT "ballot_pkey" PRIMARY KEY ("company_id","cycle_id","nullifier")
);

-- CreateTable
CREATE TABLE "ledger" (
    "company_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "ledger_pkey" PRIMARY KEY ("company_id","cycle_id")
);

-- CreateTable
CREATE TABLE "report_part" (
    "company_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "report_part_pkey" PRIMARY KEY ("company_id","cycle_id","part")
);

-- CreateTable
CREATE TABLE "comment" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "attributed_rating" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "attributed_rating_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cycle_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "company_slug_key" ON "company"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "member_company_id_email_key" ON "member"("company_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_company_id_quarter_key" ON "cycle"("company_id", "quarter");

-- CreateIndex
CREATE INDEX "roster_entry_company_id_cycle_id_invitation_hash_idx" ON "roster_entry"("company_id", "cycle_id", "invitation_hash");

-- CreateIndex
CREATE UNIQUE INDEX "roster_entry_company_id_cycle_id_member_id_key" ON "roster_entry"("company_id", "cycle_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "attributed_rating_company_id_cycle_id_member_id_kind_seat_key" ON "attributed_rating"("company_id", "cycle_id", "member_id", "kind", "seat");

-- CreateIndex
CREATE INDEX "delivery_company_id_cycle_id_state_idx" ON "delivery"("company_id", "cycle_id", "state");

-- CreateIndex
CREATE INDEX "audit_entry_company_id_at_idx" ON "audit_entry"("company_id", "at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_tenure" ADD CONSTRAINT "seat_tenure_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_tenure" ADD CONSTRAINT "seat_tenure_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_entry" ADD CONSTRAINT "roster_entry_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_entry" ADD CONSTRAINT "roster_entry_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issuer_key" ADD CONSTRAINT "issuer_key_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_part" ADD CONSTRAINT "report_part_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attributed_rating" ADD CONSTRAINT "attributed_rating_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attributed_rating" ADD CONSTRAINT "attributed_rating_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_company_id_cycle_id_fkey" FOREIGN KEY ("company_id", "cycle_id") REFERENCES "cycle"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;
