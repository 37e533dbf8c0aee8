import { type ApiScope, apiScopes } from "@/domain/api-key";
import type { Outputs } from "@/trpc/outputs";
import { dateText } from "@/ui/cycle/dates";
import { Card } from "@/ui/kit/card";
import { DataTable } from "@/ui/kit/data-table";
import { OnPhone } from "@/ui/kit/on-phone";
import { PageHead } from "@/ui/shell/page-head";
import { ApiKeyForm } from "./api-key-form";
import { RevokeApiKey } from "./revoke-api-key";

const stateWords = { active: "Works", expired: "Expired", revoked: "Revoked" } as const;

const scopeText = (scopes: readonly string[]): string =>
  scopes.map((scope) => (scope in apiScopes ? apiScopes[scope as ApiScope].words : scope)).join("; ");

type Data = Outputs["apiKey"]["list"];

function KeyTable({ company, data }: { company: string; data: Data }) {
  const active = data.keys.filter(({ state }) => state === "active");
  const sorted = [...active, ...data.keys.filter(({ state }) => state !== "active")];
  return (
    <DataTable stacked caption="API keys" head={["For", "May", "Made by", "Works until", "Last used", "State", ""]}>
      {sorted.map(({ id, name, scopes, madeBy, expiresAt, lastUsedOn, state }) => (
        <tr key={id}>
          <th scope="row" className="font-medium wrap-anywhere sm:min-w-36">
            {name}
          </th>
          <td className="text-ink-2 sm:min-w-48">{scopeText(scopes)}</td>
          <td className="wrap-anywhere text-ink-2 sm:min-w-24">
            <OnPhone>Made by </OnPhone>
            {madeBy}
          </td>
          <td className="num whitespace-nowrap text-ink-2">
            <OnPhone>Works until </OnPhone>
            {dateText(expiresAt, data.timeZone)}
          </td>
          <td className="num whitespace-nowrap text-ink-2">
            <OnPhone>Last used: </OnPhone>
            {lastUsedOn ? dateText(new Date(lastUsedOn), "UTC") : "Never"}
          </td>
          <td>{stateWords[state]}</td>
          <td>{state === "active" ? <RevokeApiKey company={company} keyId={id} name={name} /> : null}</td>
        </tr>
      ))}
    </DataTable>
  );
}

/** The keys that programs of a company use, and the form to make one. */
export function ApiKeysPage({ company, data }: { company: string; data: Data }) {
  return (
    <>
      <PageHead
        crumbs={["Company"]}
        title="API keys"
        lede="A key lets a program of yours do what you may do here, as far as you choose, until its day. It never shows more than the pages show you."
      />
      <div className="grid gap-5">
        {data.keys.length === 0 ? (
          <p className="text-ink-3">{data.seesAll ? "No key was made." : "You have made no key."}</p>
        ) : (
          <KeyTable company={company} data={data} />
        )}
        <Card title="Make a key" className="grid gap-4">
          <p className="max-w-measure text-ink-2">
            Whoever has the key acts in your name: keep it where passwords are kept. It ends at once when you revoke it,
            or when you lose the role it needs. What it changes stands in the audit log under your name and the key’s.
          </p>
          <ApiKeyForm company={company} choices={data.mayChoose} timeZone={data.timeZone} />
        </Card>
        <p className="max-w-measure text-xs text-ink-3">
          We keep a hash of each key and the day it was last used, and nothing of its single requests. Its maker is told
          by mail a week before it ends. What programs may ask is described at{" "}
          <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>, in the form that client generators read.
        </p>
      </div>
    </>
  );
}
