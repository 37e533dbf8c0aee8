-- CreateTable
CREATE TABLE "directory_sync" (
    "company_id" UUID NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '[]',
    "last_request_at" TIMESTAMP(3),
    "acknowledged_at" TIMESTAMP(3),
    "review_since" TIMESTAMP(3),
    "leaves_held_at" TIMESTAMP(3),
    "identities_held_at" TIMESTAMP(3),
    "moves_held_at" TIMESTAMP(3),
    "told_at" TIMESTAMP(3),
    "problems" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "directory_sync_pkey" PRIMARY KEY ("company_id")
);

-- CreateTable
CREATE TABLE "directory_person" (
    "company_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "external_id" TEXT,
    "user_name_key" TEXT NOT NULL,
    "said" JSONB NOT NULL,
    "email" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "deleted" BOOLEAN NOT NULL DEFAULT false,
    "declined" TEXT,
    "deactivated_at" TIMESTAMP(3),

    CONSTRAINT "directory_person_pkey" PRIMARY KEY ("company_id","member_id")
);

-- CreateTable
CREATE TABLE "directory_group" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "external_id" TEXT,
    "display_name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,

    CONSTRAINT "directory_group_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateTable
CREATE TABLE "directory_membership" (
    "company_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,

    CONSTRAINT "directory_membership_pkey" PRIMARY KEY ("company_id","group_id","member_id")
);

-- CreateTable
CREATE TABLE "directory_change" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "member_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "directory_change_pkey" PRIMARY KEY ("company_id","id")
);

-- CreateIndex
CREATE INDEX "directory_person_company_id_external_id_idx" ON "directory_person"("company_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "directory_person_company_id_user_name_key_key" ON "directory_person"("company_id", "user_name_key");

-- CreateIndex
CREATE UNIQUE INDEX "directory_person_company_id_email_key" ON "directory_person"("company_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "directory_group_company_id_name_key_key" ON "directory_group"("company_id", "name_key");

-- CreateIndex
CREATE INDEX "directory_membership_company_id_member_id_idx" ON "directory_membership"("company_id", "member_id");

-- CreateIndex
CREATE INDEX "directory_change_company_id_at_idx" ON "directory_change"("company_id", "at");

-- CreateIndex
CREATE INDEX "directory_change_company_id_member_id_idx" ON "directory_change"("company_id", "member_id");

-- AddForeignKey
ALTER TABLE "directory_sync" ADD CONSTRAINT "directory_sync_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory_person" ADD CONSTRAINT "directory_person_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory_group" ADD CONSTRAINT "directory_group_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory_membership" ADD CONSTRAINT "directory_membership_company_id_group_id_fkey" FOREIGN KEY ("company_id", "group_id") REFERENCES "directory_group"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory_membership" ADD CONSTRAINT "directory_membership_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "directory_person"("company_id", "member_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory_change" ADD CONSTRAINT "directory_change_company_id_member_id_fkey" FOREIGN KEY ("company_id", "member_id") REFERENCES "member"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- one company sees its own rows only

DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY[
    'directory_sync', 'directory_person', 'directory_group', 'directory_membership', 'directory_change'
  ] LOOP
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

GRANT SELECT, INSERT, UPDATE, DELETE ON
  directory_sync, directory_person, directory_group, directory_membership, directory_change TO tandem_app;
