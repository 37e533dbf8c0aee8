import { z } from "zod";
import { apiProblemCodes } from "@/domain/api-problem";
import { quarterSchema } from "@/domain/quarter";

/** What the document knows about schemas: names of shared ones, descriptions, examples. */
export const described = z.registry<{ id?: string; description?: string; examples?: unknown[] }>();

/** A schema that the document has under a name of its own. */
export const named = <Schema extends z.ZodType>(
  id: string,
  description: string,
  schema: Schema,
  example: z.input<Schema>,
): Schema => {
  described.add(schema, { id, description, examples: [example] });
  return schema;
};

/** A field with its sentence. */
export const said = <Schema extends z.ZodType>(description: string, schema: Schema): Schema => {
  const its = schema.clone() as Schema;
  described.add(its, { description });
  return its;
};

export const moment = z.iso.datetime({ offset: true, error: "Use a moment such as 2026-06-19T15:00:00Z." });
export const noParts = z.object({});
export const quarterPath = z.object({ quarter: said("A quarter, such as 2026-Q2.", quarterSchema) });

export const pageQuery = z.object({
  cursor: said("nextCursor of the page before; left out for the first.", z.string().max(1000).optional()),
  limit: said(
    "How many items at most.",
    z.coerce
      .number<number | string>("Use a number.")
      .int()
      .min(1, "Use 1 to 200.")
      .max(200, "Use 1 to 200.")
      .default(100),
  ),
});

export const nextCursor = said("Send it as cursor for the next page; null at the end.", z.string().nullable());

export const problemSchema = named(
  "Problem",
  "Why a request was refused (RFC 9457). Compare `code`; `detail` is for people and may be reworded.",
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(apiProblemCodes as [string, ...string[]]),
    detail: z.string(),
    issues: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  }),
  {
    type: "urn:tandem:problem:not-found",
    title: "There is nothing at this address.",
    status: 404,
    code: "not-found",
    detail: "There is nothing at this address.",
  },
);
