import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect, test } from "vitest";
import { may, type Role } from "@/domain/access";
import { apiScopeNames, apiScopes } from "@/domain/api-key";
import { apiProblemCodes, apiProblems } from "@/domain/api-problem";
import { openApiDocument } from "./openapi";
import { findRoute, routes } from "./routes";

type Operation = {
  operationId: string;
  security: { key: string[] }[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
  responses: Record<
    string,
    { content?: Record<string, { schema: { $ref?: string }; examples?: Record<string, unknown> }> }
  >;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { description?: string; examples?: unknown[] }> };
};
const document: Document = JSON.parse(openApiDocument());
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
);

test("the document passes the recommended rules of an independent linter without a remark", async () => {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source: openApiDocument(), absoluteRef: "openapi.json", config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test("every route is in the document and in the scope table, and nothing else is in either", () => {
  const named = (list: { method: string; path: string }[]) =>
    list.map(({ method, path }) => `${method} ${path}`).sort();
  expect(named(operations)).toEqual(named([...routes]));
  for (const { operation, path, method } of operations) {
    const route = routes.find((its) => its.id === operation.operationId);
    expect(route && [route.method, route.path]).toEqual([method, path]);
    expect(operation.security).toEqual([{ key: route?.scope ? [route.scope] : [] }]);
  }
  const used = new Set(routes.map(({ scope }) => scope));
  // SCIM has an address of its own.
  expect(apiScopeNames.filter((scope) => !used.has(scope))).toEqual(["scim"]);
});

test("every body has a name of its own, a description and an example, and every refusal says which codes it carries", () => {
  for (const [name, { description, examples }] of Object.entries(document.components.schemas)) {
    expect([description, examples?.length ?? 0].every(Boolean), name).toBe(true);
  }
  for (const { operation } of operations) {
    for (const [status, { content = {} }] of Object.entries(operation.responses)) {
      const { schema, examples = {} } = Object.values(content)[0] ?? { schema: { $ref: "#/components/schemas/none" } };
      expect(schema.$ref, `${operation.operationId} ${status}`).toMatch(/^#\/components\/schemas\/\w+$/);
      if (Number(status) < 400) continue;
      const codes = Object.keys(examples);
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.filter((code) => apiProblems[code as keyof typeof apiProblems].status !== Number(status))).toEqual(
        [],
      );
    }
  }
});

test("every code of the API is told of in the document, but for those that no program meets", () => {
  const told = operations.flatMap(({ operation }) =>
    Object.values(operation.responses).flatMap(({ content = {} }) =>
      Object.values(content).flatMap(({ examples = {} }) => Object.keys(examples)),
    ),
  );
  expect(apiProblemCodes.filter((code) => !told.includes(code))).toEqual([
    "scope-unknown",
    "method-not-allowed",
    "too-early",
    "too-late",
    "too-many",
  ]);
});

test("an address is found by its parts and its method, and told apart from one with other methods", () => {
  expect(findRoute("GET", "/cycles/2031-Q1")).toMatchObject({ kind: "route", path: { quarter: "2031-Q1" } });
  expect(findRoute("POST", "/cycles/2031-Q1")).toEqual({ kind: "other-methods", methods: ["GET", "PUT", "DELETE"] });
  for (const path of ["", "/", "/cycle", "/cycles/", "/cycles/2031-Q1/", "/cycles/2031-Q1/participation/x"]) {
    const found = findRoute("GET", path);
    expect(found.kind === "route" ? found.path : found.kind, path).toEqual(
      path === "/cycles/" ? { quarter: "" } : "nothing",
    );
  }
});

test("a scope is enough for whatever its routes ask, and no role that lacks it gets further by a key", () => {
  const roles: Role[] = ["member", "admin", "board", "cto", "vpe"];
  for (const scope of apiScopeNames) {
    const holders = roles.filter((role) => apiScopes[scope].needs.every((action) => may([role], action)));
    expect(holders, scope).toEqual(scope === "report:read" ? ["board", "cto", "vpe"] : ["admin"]);
  }
});
