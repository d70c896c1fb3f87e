import type { Role } from "@/db/generated/enums";
import { inPractice } from "@/db/transaction";
import { makeSession, type PersonMade } from "../../support/people";
import type { World } from "../../support/world";
import { openBrowser } from "../access/browser";

type Owner = PersonMade & { readonly practiceId: string };

/** A browser in which somebody is logged in, their factor just given. */
export async function browserOf(world: World, person: Owner, role: Role = "patient") {
  const token = await makeSession(world, person.practiceId, person, role);
  return openBrowser(world, new Map([["archway-session", token]]));
}

/** Who was sent what, oldest first: purpose and recipient of a practice's deliveries. */
export async function deliveriesOf(world: World, practiceId: string, purpose: string) {
  const rows = await inPractice(world.db, practiceId, (tx) =>
    tx.delivery.findMany({
      where: { practiceId, purpose },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { kind: true, recipient: true, patientId: true },
    }),
  );
  return rows;
}

/** What the login says now. */
export function loginOf(world: World, { loginId }: PersonMade) {
  return world.db.prisma.login.findUniqueOrThrow({ where: { id: loginId } });
}

/** What a patient's record says now. */
export function recordOf(world: World, practiceId: string, patientId: string) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.patient.findUniqueOrThrow({ where: { practiceId_id: { practiceId, id: patientId } } }),
  );
}

/** The actions the audit log names for a practice. */
export async function auditOf(world: World, practiceId: string): Promise<string[]> {
  const rows = await inPractice(world.db, practiceId, (tx) =>
    tx.auditEntry.findMany({ where: { practiceId }, select: { action: true } }),
  );
  return rows.map(({ action }) => action);
}
