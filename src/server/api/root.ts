import { apiKeyRouter } from "@/server/api-key/router";
import { auditRouter } from "@/server/audit/router";
import { commentRouter } from "@/server/comment/router";
import { commitmentRouter } from "@/server/commitment/router";
import { companyRouter } from "@/server/company/router";
import { cycleRouter } from "@/server/cycle/router";
import { demoRouter } from "@/server/demo/router";
import { directoryRouter } from "@/server/directory/router";
import { eventRouter } from "@/server/event/router";
import { invitationRouter } from "@/server/invitation/router";
import { memberRouter } from "@/server/member/router";
import { planRouter } from "@/server/plan/router";
import { ratingRouter } from "@/server/rating/router";
import { reportRouter } from "@/server/report/router";
import { rightsRouter } from "@/server/rights/router";
import { rosterRouter } from "@/server/roster/router";
import { seatRouter } from "@/server/seat/router";
import { sessionRouter } from "@/server/session/router";
import { shareRouter } from "@/server/share/router";
import { signOnRouter } from "@/server/sign-on/router";
import { statementRouter } from "@/server/statement/router";
import { webhookRouter } from "@/server/webhook/router";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  company: companyRouter,
  member: memberRouter,
  seat: seatRouter,
  roster: rosterRouter,
  directory: directoryRouter,
  cycle: cycleRouter,
  plan: planRouter,
  invitation: invitationRouter,
  rating: ratingRouter,
  report: reportRouter,
  comment: commentRouter,
  event: eventRouter,
  share: shareRouter,
  statement: statementRouter,
  commitment: commitmentRouter,
  rights: rightsRouter,
  apiKey: apiKeyRouter,
  webhook: webhookRouter,
  audit: auditRouter,
  signOn: signOnRouter,
  session: sessionRouter,
  demo: demoRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
