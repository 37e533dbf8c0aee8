import { notFound } from "@/domain/errors";
import { type Seat, seatLabel } from "@/domain/seat";
import { seatSchema } from "@/domain/seat-schema";
import { withCompany, withDirectory } from "@/server/db/with-company";
import { outboxIsOpen } from "@/server/mail/send";

const roleNames = (member: { admin: boolean; board: boolean; group: string | null }, seats: Seat[]): string[] => [
  ...(member.admin ? ["Admin"] : []),
  ...seats.map((seat) => seatLabel[seat].short),
  ...(member.board ? ["Board"] : []),
  ...(member.group === "engineer" ? ["Engineer"] : []),
  ...(member.group === "executive" ? ["Executive"] : []),
];

/** Who can be signed in as what, company by company: everyone with a role, and three engineers of each. */
export async function listDemoPeople() {
  const companies = await withDirectory((tx) => tx.company.findMany({ orderBy: { createdAt: "asc" }, take: 20 }));
  const listed = [];
  for (const company of companies) {
    const people = await withCompany({ companyId: company.id }, (tx) =>
      tx.member.findMany({
        where: { companyId: company.id },
        include: { seatTenures: { where: { endedAt: null } } },
        orderBy: { email: "asc" },
      }),
    );
    const described = people.map((person) => ({
      name: person.name,
      email: person.email,
      roles: roleNames(
        person,
        person.seatTenures.map((tenure) => seatSchema.parse(tenure.seat)),
      ),
    }));
    const isOnlyEngineer = (person: { roles: string[] }) => person.roles.length === 1 && person.roles[0] === "Engineer";
    listed.push({
      slug: company.slug,
      name: company.name,
      people: [
        ...described.filter((person) => person.roles.length > 0 && !isOnlyEngineer(person)),
        ...described.filter(isOnlyEngineer).slice(0, 3),
      ],
      moreEngineers: Math.max(0, described.filter(isOnlyEngineer).length - 3),
    });
  }
  return listed;
}

/** The newest 250 mails of the demo; they never left this machine. */
export async function listOutbox() {
  if (!outboxIsOpen()) throw notFound();
  return withDirectory((tx) => tx.outboxMail.findMany({ orderBy: { at: "desc" }, take: 250 }));
}
