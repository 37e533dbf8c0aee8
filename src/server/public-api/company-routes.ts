import { z } from "zod";
import { apiScopeNames } from "@/domain/api-key";
import { type Route, route } from "./route";
import { moment, named, noParts } from "./schemas";

const companySchema = named(
  "Company",
  "The company a key belongs to, and what the key is.",
  z.object({
    slug: z.string(),
    name: z.string(),
    key: z.object({
      name: z.string(),
      scopes: z.array(z.enum(apiScopeNames as [string, ...string[]])),
      expiresAt: moment,
    }),
  }),
  {
    slug: "norrvik",
    name: "Norrvik",
    key: { name: "Nightly roster", scopes: ["roster:read", "roster:write"], expiresAt: "2027-02-01T09:00:00.000Z" },
  },
);

export const companyRoutes: Route[] = [
  route({
    id: "getCompany",
    method: "GET",
    path: "/company",
    tag: "Company",
    scope: null,
    summary: "The company and the key",
    description: "Whose key this is, what it may do and until when. Any key that works may ask.",
    success: { 200: "The company and the key." },
    refusals: [],
    parts: { path: noParts, query: noParts, body: null, answer: companySchema },
    handle: async ({ company, companyName, key: { name, scopes, expiresAt } }) => ({
      status: 200,
      body: { slug: company, name: companyName, key: { name, scopes, expiresAt: expiresAt.toISOString() } },
    }),
  }),
];
