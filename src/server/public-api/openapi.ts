import { z } from "zod";
import { apiScopes, idempotencyHours } from "@/domain/api-key";
import { type ApiProblemCode, apiProblemCodes, apiProblems } from "@/domain/api-problem";
import type { Route } from "./route";
import { routes } from "./routes";
import { described, problemSchema } from "./schemas";

type Json = Record<string, unknown>;

const tags: Record<string, string> = {
  Company: "Whose key it is.",
  Roster: "Who is asked in the next cycle. Compare first, then apply what was compared.",
  Cycles: "Cycles and drafts. Opening one is left to people.",
  Participation: "How many have collected a ballot, as the pages show it. Never who.",
  Reports: "Released reports, frozen, with the disclosure rules of the pages.",
};

const mediaProblem = "application/problem+json";
const statusOf = (code: ApiProblemCode): number => apiProblems[code].status;

/** What every route refuses, whatever it does. */
const always = apiProblemCodes.filter(
  (code) => statusOf(code) === 401 || ["cookies-refused", "rate-limited", "fault"].includes(code),
);
const forScope: readonly ApiProblemCode[] = ["scope-missing", "maker-may-not"];
const forBody: readonly ApiProblemCode[] = ["invalid-json", "too-large", "not-json", "invalid"];

const forRepeats: readonly ApiProblemCode[] = ["request-in-progress", "idempotency-key-reused"];

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: `A name for this request, new for each, best a UUID. Sent again within ${idempotencyHours} hours with the same key and body, it is not done again: the answer says what the first one did, with \`Idempotent-Replayed: true\`. Another body is refused, and so is a second one while the first runs. A request that was refused may be sent again under its name.`,
  schema: { type: "string", minLength: 1, maxLength: 255 },
  example: "8e03978e-40d5-43e8-bc93-6894a57f9324",
};

/** A zod schema as JSON Schema; schemas with a name go to `shared` and are referred to. */
function jsonOf(schema: z.ZodType, shared: Json): Json {
  const made = z.toJSONSchema(schema, {
    metadata: described,
    io: "input",
    override: ({ jsonSchema }) => {
      // The format says it, and the pattern of a moment is longer than the rest of its schema.
      if (jsonSchema.format === "date-time" || jsonSchema.format === "uuid") delete jsonSchema.pattern;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const text = JSON.stringify(made).replaceAll("#/$defs/", "#/components/schemas/");
  const { $schema: _, $defs = {}, ...rest } = JSON.parse(text) as Json;
  Object.assign(shared, $defs);
  return rest;
}

function parametersOf({ parts, repeated }: Route, shared: Json): Json[] {
  const of = (object: z.ZodObject, where: "path" | "query") =>
    Object.entries(object.shape).map(([name, field]) => {
      const { description, ...schema } = jsonOf(field as z.ZodType, shared);
      const required = where === "path";
      return { name, in: where, required, ...(description ? { description } : {}), schema };
    });
  return [...of(parts.path, "path"), ...of(parts.query, "query"), ...(repeated ? [idempotencyKey] : [])];
}

/** Refusals by status, each with the codes that it may carry. */
function refusalsOf(route: Route, shared: Json): Json {
  const codes = [
    ...always,
    ...forScope.slice(route.scope === null ? 1 : 0),
    ...(route.parts.body ? forBody : []),
    ...(route.repeated ? forRepeats : []),
    ...route.refusals,
  ];
  const schema = jsonOf(problemSchema, shared);
  const responses: Json = {};
  for (const status of [...new Set(codes.map(statusOf))].sort()) {
    const here = [...new Set(codes.filter((code) => statusOf(code) === status))];
    const description = here.map((code) => `\`${code}\`: ${apiProblems[code].message}`).join("\n");
    const examples = Object.fromEntries(here.map((code) => [code, { value: exampleOf(code) }]));
    const headers = {
      ...(status === 401 || status === 403
        ? { "WWW-Authenticate": { description: "What is wrong with the key (RFC 6750).", schema: { type: "string" } } }
        : {}),
      ...(status === 429 || here.includes("request-in-progress")
        ? { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } }
        : {}),
    };
    responses[status] = { description, headers, content: { [mediaProblem]: { schema, examples } } };
  }
  return responses;
}

const exampleOf = (code: ApiProblemCode) => {
  const { status, message } = apiProblems[code];
  return { type: `urn:tandem:problem:${code}`, title: message, status, code, detail: message };
};

function successesOf({ success, parts: { answer } }: Route, shared: Json): Json {
  return Object.fromEntries(
    Object.entries(success).map(([status, description]) => [
      status,
      answer ? { description, content: { "application/json": { schema: jsonOf(answer, shared) } } } : { description },
    ]),
  );
}

function operationOf(route: Route, shared: Json): Json {
  const { id, tag, scope, summary, description, parts } = route;
  const rights = scope === null ? "Any key that works." : `Scope \`${scope}\`.`;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `${description} ${rights}`,
    security: [{ key: scope === null ? [] : [scope] }],
    parameters: parametersOf(route, shared),
    ...(parts.body
      ? { requestBody: { required: true, content: { "application/json": { schema: jsonOf(parts.body, shared) } } } }
      : {}),
    responses: { ...successesOf(route, shared), ...refusalsOf(route, shared) },
  };
}

function makeDocument(): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, schemas) };
  }
  const scopes = Object.entries(apiScopes).map(([scope, { words }]) => `- \`${scope}\`: ${words}`);
  return {
    openapi: "3.1.1",
    info: {
      title: "Tandem",
      version: "1",
      summary: "Roster, cycles, participation and released reports of a company.",
      description: `A key acts for the member who made it and never shows more than the pages show them.\n\nScopes:\n${scopes.join("\n")}`,
      license: { name: "All rights reserved", identifier: "LicenseRef-Proprietary" },
    },
    servers: [{ url: "/api/v1" }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", bearerFormat: "tnd_…", description: "An API key of the company." },
      },
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

let written: string | undefined;

/** The OpenAPI 3.1 document of the public API, made once from the schemas that judge requests and build answers. */
export function openApiDocument(): string {
  written ??= `${JSON.stringify(makeDocument(), null, 1)}\n`;
  return written;
}
