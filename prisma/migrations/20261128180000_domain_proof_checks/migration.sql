-- Since when a verified domain's record is not found any more, and whether the admins were told.
ALTER TABLE "sign_on_domain" ADD COLUMN "missing_since" DATE,
                             ADD COLUMN "missing_told" BOOLEAN NOT NULL DEFAULT false;
