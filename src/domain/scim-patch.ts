import { z } from "zod";
import { badRequest } from "./scim-refusal";

const patchSchemaUrn = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
/** More are no change of one resource any more. */
const maxOperations = 1_000;

/** One operation; without a path the value holds attributes, whose names may be paths themselves (Entra). */
export type PatchOperation = { op: "add" | "replace" | "remove"; path: string | null; value: unknown };

const envelope = z.looseObject({ schemas: z.array(z.string()).optional(), Operations: z.array(z.unknown()) });
const operationShape = z.looseObject({ op: z.string(), path: z.string().nullish(), value: z.unknown().optional() });

function operationOf(written: unknown, number: number): PatchOperation {
  const parsed = operationShape.safeParse(written);
  if (!parsed.success) throw badRequest("invalidSyntax", `Operation ${number} is not an operation.`);
  const { op: word, path, value } = parsed.data;
  const op = (["add", "replace", "remove"] as const).find((known) => known === word.toLowerCase());
  if (!op)
    throw badRequest("invalidSyntax", `“${word.slice(0, 40)}” in operation ${number} is not add, replace or remove.`);
  const target = path === undefined || path === null || path.trim() === "" ? null : path.trim();
  if (op === "remove" && target === null) throw badRequest("noTarget", `Operation ${number} removes without a path.`);
  if (op !== "remove" && value === undefined) throw badRequest("invalidValue", `Operation ${number} has no value.`);
  return { op, path: target, value };
}

/**
 * Reads a PatchOp message; an operation without a path becomes one for each attribute of its value. Capital letters in
 * "Add" and "Replace", as Entra writes them, are taken.
 */
export function parsePatch(body: unknown): PatchOperation[] {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) throw badRequest("invalidSyntax", "The body is not a PatchOp message: Operations is missing.");
  const { schemas, Operations } = parsed.data;
  if (schemas && !schemas.includes(patchSchemaUrn))
    throw badRequest("invalidSyntax", `The body's schemas must name ${patchSchemaUrn}.`);
  if (Operations.length === 0) throw badRequest("invalidSyntax", "The message holds no operation.");
  if (Operations.length > maxOperations)
    throw badRequest("invalidSyntax", `A message may hold at most ${maxOperations} operations.`);
  return Operations.map((written, index) => operationOf(written, index + 1)).flatMap((operation, index) => {
    if (operation.path !== null) return [operation];
    const { value, op } = operation;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw badRequest("invalidValue", `Operation ${index + 1} has no path, so its value must hold attributes.`);
    return Object.entries(value).map(([path, each]) => ({ op, path, value: each }));
  });
}

export type PatchPath = { attribute: string; filter: string | null; sub: string | null };

const pathShape = /^((?:urn:[A-Za-z0-9.:-]+:)?[A-Za-z$][\w$-]*)(?:\[(.*)\])?(?:\.([A-Za-z$][\w$-]*))?$/s;

/** Takes a path apart: emails[type eq "work"].value. Names keep their case; refuses what is no path. */
export function parsePatchPath(path: string): PatchPath {
  const [, attribute, filter, sub] = pathShape.exec(path) ?? [];
  if (attribute === undefined) throw badRequest("invalidPath", `“${path.slice(0, 120)}” is not a path.`);
  return { attribute, filter: filter ?? null, sub: sub ?? null };
}

/** The one value meant where a list or an object with one "value" stands for it: [{ "value": "False" }], as Entra writes. */
export function soleValue(written: unknown): unknown {
  const only = Array.isArray(written) && written.length === 1 ? written[0] : written;
  return typeof only === "object" && only !== null && "value" in only ? only.value : only;
}
