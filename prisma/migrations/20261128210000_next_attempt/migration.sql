-- When a delivery that failed is tried again, for the page.
ALTER TABLE "webhook_delivery" ADD COLUMN "next_attempt_at" TIMESTAMP(3);
GRANT UPDATE (next_attempt_at) ON webhook_delivery TO tandem_app;
