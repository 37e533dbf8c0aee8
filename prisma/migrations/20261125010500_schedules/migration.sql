-- AlterTable
ALTER TABLE "company" ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC';

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "time_zone" TEXT;

-- AlterTable
ALTER TABLE "roster_entry" ADD COLUMN     "time_zone" TEXT;

-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "last_manual_reminder_at" TIMESTAMP(3),
ADD COLUMN     "manual_reminders" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "opening_problem" TEXT,
ADD COLUMN     "planned_opens_at" TIMESTAMP(3),
ADD COLUMN     "planned_release_at" TIMESTAMP(3),
ADD COLUMN     "planned_reminders" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "reminder_rounds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "cycle_template" (
    "company_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "planned_quarter" TEXT,

    CONSTRAINT "cycle_template_pkey" PRIMARY KEY ("company_id")
);

-- AddForeignKey
ALTER TABLE "cycle_template" ADD CONSTRAINT "cycle_template_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------- one company sees its own rows only

ALTER TABLE cycle_template ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_company ON cycle_template
  USING (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid))
  WITH CHECK (company_id = (SELECT nullif(current_setting('app.company_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON cycle_template TO tandem_app;

-- What was reminded before counts as sent by an admin.
UPDATE cycle SET manual_reminders = reminders_sent, last_manual_reminder_at = last_reminded_at WHERE reminders_sent > 0;
