import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import { refusedField, toWire } from "./errors";

/** What a ballot procedure knows: the moment, and nothing of the request. There is no user here, and cannot be. */
type PlainContext = { now: Date };

const t = initTRPC.context<PlainContext>().create({
  errorFormatter: ({ shape, error }) => ({
    message:
      error.cause instanceof z.ZodError
        ? "The request is not well formed."
        : error.code === "INTERNAL_SERVER_ERROR"
          ? "This did not work. Try again."
          : shape.message,
    code: shape.code,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus, field: refusedField(error.cause) },
  }),
});

export const plainRouter = t.router;

/** Plain JSON, no session, no transformer: for the ballot client alone. */
export const ballotProcedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const mapped = toWire(result.error.cause);
  if (mapped instanceof TRPCError) throw mapped;
  return result;
});
