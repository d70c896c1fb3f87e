import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { inPractice } from "@/db/transaction";
import { type Ok, ok } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { factsOf } from "./delivery-of-case";
import type { LabHolding } from "./schema";

const mostShown = 50;
const notThere = [
  "queued",
  "sending",
  "held_for_reauthentication",
  "send_failed",
  "delivery_unknown",
] as const;
const troubled = ["held_for_reauthentication", "send_failed", "delivery_unknown"] as const;
const there = [
  "sent",
  "received",
  "in_review",
  "needs_records",
  "planning",
  "plan_ready",
  "approved",
  "in_production",
  "shipped",
  "on_hold",
] as const;

const select = {
  id: true,
  number: true,
  state: true,
  updatedAt: true,
  caseEvents: { orderBy: { at: "desc" }, take: 1, select: { reason: true } },
  deliveries: {
    where: { kind: "lab_case" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 1,
    select: { state: true, tries: true, nextTryAt: true, lastError: true },
  },
} as const satisfies Prisma.LabCaseSelect;

/** Per lab what it has of the orthodontist's own open cases, and what it does not have, and why (R46). */
export async function labHoldings(
  services: Services,
  actor: ClinicActor,
): Promise<Ok<{ items: LabHolding[] }>> {
  const { practiceId, personId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await recordAudit(tx, services, auditActor(actor), {
      action: "case_deliveries.viewed",
      practiceId,
    });
    const own = { practiceId, practitioner: { personId } };
    const counted = await tx.labCase.groupBy({
      by: ["labId"],
      where: { ...own, state: { in: [...notThere, ...there] } },
      orderBy: { labId: "asc" },
    });
    const labs = await tx.lab.findMany({
      where: { id: { in: counted.map(({ labId }) => labId) } },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const items: LabHolding[] = [];
    for (const { id: labId, name } of labs)
      items.push(await holdingOf(tx, { ...own, labId }, labId, name));
    return ok({ items });
  });
}

async function holdingOf(
  tx: Tx,
  own: Prisma.LabCaseWhereInput,
  labId: string,
  lab: string,
): Promise<LabHolding> {
  const where = (states: typeof notThere | typeof there) => ({
    ...own,
    state: { in: [...states] },
  });
  const orderBy = [{ updatedAt: "desc" as const }, { id: "desc" as const }];
  const has = await tx.labCase.findMany({ where: where(there), select, orderBy, take: mostShown });
  const hasNot = await tx.labCase.findMany({
    where: where(notThere),
    select,
    orderBy,
    take: mostShown * 10,
  });
  return {
    labId,
    lab,
    has: has.map(({ id, number, state, updatedAt }) => ({
      id,
      number,
      state,
      since: updatedAt.toISOString(),
    })),
    hasCount: await tx.labCase.count({ where: where(there) }),
    hasNot: hasNot.map((row) => {
      const facts = factsOf(row);
      const { id, number, state, updatedAt } = row;
      return {
        id,
        number,
        state,
        since: updatedAt.toISOString(),
        why: facts?.why ?? null,
        tries: facts?.tries ?? 0,
        nextTryAt: facts?.nextTryAt ?? null,
        canResend: facts?.canResend ?? false,
      };
    }),
    hasNotCount: await tx.labCase.count({ where: where(notThere) }),
  };
}

/** How many of the orthodontist's own cases have not got to their lab and need them. */
export function caseTroubleCount(services: Services, actor: ClinicActor): Promise<number> {
  const { practiceId, personId } = actor;
  return inPractice(services.db, practiceId, (tx) =>
    tx.labCase.count({
      where: { practiceId, practitioner: { personId }, state: { in: [...troubled] } },
    }),
  );
}
