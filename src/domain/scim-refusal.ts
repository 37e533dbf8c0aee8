/** Keywords of RFC 7644 section 3.12. */
export type ScimType =
  | "invalidFilter"
  | "invalidPath"
  | "invalidSyntax"
  | "invalidValue"
  | "mutability"
  | "noTarget"
  | "uniqueness";

/** A SCIM request that is refused, with the status, the keyword and a sentence for whoever reads the directory's log. */
export class ScimRefusal extends Error {
  constructor(
    readonly status: number,
    readonly scimType: ScimType | null,
    message: string,
  ) {
    super(message);
    this.name = "ScimRefusal";
  }
}

/** A value that cannot be taken: 400 with its keyword. */
export const badRequest = (scimType: ScimType, message: string): ScimRefusal => new ScimRefusal(400, scimType, message);

/** Nothing there, or another company's: the two are never told apart. */
export const noResource = (): ScimRefusal => new ScimRefusal(404, null, "There is no such resource.");

export const scimContentType = "application/scim+json";

const errorSchema = "urn:ietf:params:scim:api:messages:2.0:Error";

/** The body of an error as RFC 7644 section 3.12 writes it. */
export const scimErrorBody = (status: number, scimType: ScimType | null, detail: string) => ({
  schemas: [errorSchema],
  status: String(status),
  ...(scimType ? { scimType } : {}),
  detail,
});

const maxText = 300;
/** Control characters, and halves of characters that no database keeps. */
const broken = /[\p{Cc}\p{Cs}]/u;

/** A string of at most 300 characters without outer space, as it may be stored; refuses everything else. */
export function scimText(attribute: string, value: unknown): string {
  if (typeof value !== "string") throw badRequest("invalidValue", `${attribute} must be a string.`);
  if (value.length > maxText) throw badRequest("invalidValue", `${attribute} is longer than ${maxText} characters.`);
  if (broken.test(value)) throw badRequest("invalidValue", `${attribute} holds a control character.`);
  return value.trim();
}
