import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { type Action, may } from "@/domain/access";
import { notFound } from "@/domain/errors";
import { findTenant } from "@/server/company/queries";
import type { Tenant } from "@/server/company/tenant";
import { noteVisit } from "@/server/db/who-asks";
import { cameThrough, mayEnter } from "@/server/sign-on/gate";
import { refusedField, SignInFirst, toWire } from "./errors";

/** Who asks, and when. No request, no headers, no address: procedures cannot store what they never see. */
type ApiContext = {
  email: string | null;
  /** The row of the session that asks, to tell it from a person's others. */
  sessionId?: string | undefined;
  /** The company through whose own sign-in the session came; null for a link by mail. */
  signOnCompany?: string | null | undefined;
  now: Date;
  /** What the reads of one page have found out about the asking person; mutations ask anew. */
  tenants?: Map<string, Promise<Tenant | null>> | undefined;
  /** All that may be asked for, where a key asks for a person; absent: whatever their roles allow. */
  only?: readonly Action[] | undefined;
};

function tenantOf(ctx: ApiContext & { email: string }, company: string): Promise<Tenant | null> {
  const known = ctx.tenants?.get(company) ?? findTenant(company, ctx.email, ctx.now);
  ctx.tenants?.set(company, known);
  return known;
}

const t = initTRPC.context<ApiContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.code === "INTERNAL_SERVER_ERROR" ? "This did not work. Nothing was changed." : shape.message,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      path: shape.data.path,
      field: refusedField(error.cause),
      fields: error.cause instanceof z.ZodError ? z.flattenError(error.cause).fieldErrors : null,
    },
  }),
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const law = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const mapped = toWire(result.error.cause);
  if (mapped instanceof TRPCError) throw mapped;
  return result;
});

/** Anybody, signed in or not. */
export const publicProcedure = t.procedure.use(law);

const signInFirst = (message: string, company: string | null, ownSignIn: boolean) =>
  new TRPCError({ code: "UNAUTHORIZED", message, cause: new SignInFirst(company, ownSignIn) });

const namedCompany = (input: unknown): string | null =>
  z.object({ company: z.string() }).safeParse(input).data?.company ?? null;

/** Somebody who is signed in. */
export const userProcedure = publicProcedure.use(async ({ ctx, next, getRawInput }) => {
  if (!ctx.email)
    throw signInFirst(
      "You are signed out. Sign in again in a new tab, then try once more here.",
      namedCompany(await getRawInput()),
      false,
    );
  return next({ ctx: { ...ctx, email: ctx.email } });
});

/**
 * A member of the company named in the input; a stranger learns nothing, not even that it exists. Where the company asks
 * for its own sign-in, a session that did not come through it stops here, for every procedure alike.
 */
const companyProcedure = userProcedure.input(z.object({ company: z.string() })).use(async ({ ctx, input, next }) => {
  const tenant = await tenantOf(ctx, input.company);
  if (!tenant) throw toWire(notFound());
  if (!(await mayEnter(tenant, ctx))) {
    throw signInFirst(`${tenant.name} asks its people to sign in through its own sign-in.`, tenant.slug, true);
  }
  // A program at work is no visit of the person whose key it has.
  if (tenant.roles.length > 1 && tenant.via === undefined) await noteVisit(tenant, ctx.now);
  return next({ ctx: { email: ctx.email, now: ctx.now, tenant, cameThroughOwnSignIn: cameThrough(tenant, ctx) } });
});

/** A member whose roles allow the action; others of the same company get "not found" too. */
export const allowed = (action: Action) =>
  companyProcedure.use(({ ctx, next }) => {
    if (!may(ctx.tenant.roles, action) || ctx.only?.includes(action) === false) throw toWire(notFound());
    return next({ ctx });
  });
