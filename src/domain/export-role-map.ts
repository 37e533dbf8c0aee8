import { type ExportRow, plainRow, withheldCell } from "./export-row";
import type { RoleMap } from "./report";

const owners = ["cto", "vpe", "both", "neither"] as const;

/** Who mostly does what: three numbers, and from 20 answers the shares in percent; zero, one or two people read alike. */
export function roleMapRows(quarter: string, map: RoleMap): ExportRow[] {
  const place = { quarter, subject: "pair", section: "role-map" } as const;
  const numbers = [
    { key: "cto-acts-as-vpe", label: "CTO acts as VPoE", read: "ctoActsAsVpe" },
    { key: "vpe-acts-as-cto", label: "VPoE acts as CTO", read: "vpeActsAsCto" },
    { key: "role-confusion", label: "Role confusion", read: "roleConfusion" },
  ] as const;
  return [
    ...numbers.map(({ key, label, read }) =>
      plainRow({ ...place, key, label }, "number", map.kind === "withheld" ? withheldCell : map[read]),
    ),
    ...(map.kind === "withheld" || map.rows === null
      ? [plainRow({ ...place, key: "map", label: "Who mostly does what" }, "shares", withheldCell, "from 20 answers")]
      : map.rows.flatMap((row) => {
          const at = { ...place, key: row.key, label: row.text };
          return [
            plainRow(at, "owner in the talk", row.owner),
            ...owners.map((owner) => {
              const share = row.shares[owner];
              if (row.withheld) return plainRow(at, `share ${owner}`, withheldCell, "fewer than 20 answers");
              return plainRow(at, `share ${owner}`, share === "–" ? "0 to 2 people" : share);
            }),
            plainRow(at, "the CTO says", row.cto ?? "not given"),
            plainRow(at, "the VPoE says", row.vpe ?? "not given"),
          ];
        })),
  ];
}
