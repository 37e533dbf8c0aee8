import type { z } from "zod";
import type { ApiScope } from "@/domain/api-key";
import type { ApiProblemCode } from "@/domain/api-problem";
import type { createCaller } from "@/server/api/root";
import type { FoundApiKey } from "@/server/api-key/queries";
import { ApiProblem, invalid } from "./problem";

/** Who asks: a key that was found, and the same procedures that the maker's pages call, as far as the scope goes. */
export type Asking = {
  api: ReturnType<typeof createCaller>;
  company: string;
  companyName: string;
  key: (FoundApiKey & { kind: "key" })["key"];
};

type Parts<Path, Query, Body, Answer> = { path: Path; query: Query; body: Body; answer: Answer };
type Replied<Answer> = { status: number; body: Answer };

/** What one address and method takes, answers and needs, in the words of the document too. */
type RouteText = {
  /** Name of the operation, which clients call it by. */
  id: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /api/v1, with parts in braces. */
  path: string;
  tag: string;
  /** Null: any key that works. */
  scope: ApiScope | null;
  summary: string;
  description: string;
  /** Statuses of success and what each means. */
  success: Partial<Record<200 | 201 | 204, string>>;
  /** What this one refuses beside what every one does. */
  refusals: readonly ApiProblemCode[];
  maxBodyBytes?: number;
};

/** How a request that named itself is answered when it comes again: from the little that is kept of the first answer. */
type Repeated<Kept extends Schema, Answer> = {
  kept: Kept;
  answer: (kept: z.output<Kept>, who: Asking) => Promise<Answer>;
};

type RawRequest = { path: Record<string, string>; query: Record<string, string>; body: unknown };
type Schema = z.ZodType;

export type Route = RouteText & {
  parts: Parts<z.ZodObject, z.ZodObject, Schema | null, Schema | null>;
  reply: (request: RawRequest, who: Asking) => Promise<Replied<unknown>>;
  /** Null: it may be repeated as it is. */
  repeated: { keep: (body: unknown) => unknown; answer: (kept: unknown, who: Asking) => Promise<unknown> } | null;
};

/**
 * One route. What comes is judged by the schemas that the document is made from; what goes is built by its schema too, so a
 * field that is not in the document never leaves.
 */
export function route<
  Path extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends Schema | null,
  Answer extends Schema | null,
  Kept extends Schema = Schema,
>(
  text: RouteText & {
    parts: Parts<Path, Query, Body, Answer>;
    /** Every POST has one: an Idempotency-Key makes it one thing, however often it is sent. */
    repeated?: Repeated<Kept, Answer extends Schema ? z.input<Answer> : null>;
    handle: (
      call: Asking & {
        path: z.output<Path>;
        query: z.output<Query>;
        body: Body extends Schema ? z.output<Body> : undefined;
      },
    ) => Promise<Replied<Answer extends Schema ? z.input<Answer> : null>>;
  },
): Route {
  const { handle, repeated, ...rest } = text;
  const { parts } = text;
  const built = (body: unknown) => (parts.answer ? parts.answer.parse(body) : null);
  return {
    ...rest,
    repeated: repeated
      ? {
          keep: (body) => repeated.kept.parse(body),
          answer: async (kept, who) => built(await repeated.answer(repeated.kept.parse(kept), who)),
        }
      : null,
    reply: async (request, who) => {
      const path = parts.path.safeParse(request.path);
      if (!path.success) throw new ApiProblem("not-found");
      const query = parts.query.safeParse(request.query);
      if (!query.success) throw invalid(query.error, "query");
      const body = parts.body?.safeParse(request.body);
      if (body && !body.success) throw invalid(body.error);
      const call = { ...who, path: path.data, query: query.data, body: body?.data };
      const replied = await handle(call as Parameters<typeof handle>[0]);
      return { status: replied.status, body: built(replied.body) };
    },
  };
}
