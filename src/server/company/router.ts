import { signUpInput, updateCompanyInput } from "@/domain/company";
import { reportOptionsInput } from "@/domain/report-options";
import { allowed, publicProcedure, router, userProcedure } from "@/server/api/trpc";
import { setReportOptions, signUpCompany, updateCompany } from "./commands";
import { getOverview } from "./overview";
import { getCompanySettings, listCompaniesOf } from "./queries";
import { getSetup } from "./setup";

export const companyRouter = router({
  signUp: publicProcedure.input(signUpInput).mutation(({ input }) => signUpCompany(input)),
  mine: userProcedure.query(({ ctx }) => listCompaniesOf(ctx.email)),
  overview: allowed("company.overview").query(({ ctx }) => getOverview(ctx.tenant)),
  setup: allowed("company.setup").query(({ ctx }) => getSetup(ctx.tenant)),
  settings: allowed("company.settings").query(({ ctx }) => getCompanySettings(ctx.tenant)),
  update: allowed("company.update")
    .input(updateCompanyInput)
    .mutation(({ ctx, input }) => updateCompany(ctx.tenant, input)),
  setReportOptions: allowed("company.setReportOptions")
    .input(reportOptionsInput)
    .mutation(({ ctx, input }) => setReportOptions(ctx.tenant, input)),
});
