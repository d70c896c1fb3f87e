import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { type Ok, ok } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { labIntegration } from "./lab-integration";
import { pmsIntegration } from "./pms-integration";
import type { Integration, Integrations } from "./schema";

/**
 * The labs the practice works with, each with the state of the actor's own connection, and the practice's PMS (R42,
 * R50). The clocks are per orthodontist and lab (R43), so another's connection is never among them.
 */
export async function integrationsOf(
  services: Services,
  actor: ClinicActor,
): Promise<Ok<Integrations>> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await recordAudit(tx, services, auditActor(actor), {
      action: "integrations.viewed",
      practiceId,
    });
    const labs = await labsOf(tx, services, actor);
    const pms = await tx.pmsConnection.findFirst({
      where: { practiceId },
      select: {
        practiceId: true,
        kind: true,
        disabledAt: true,
        lastSuccessAt: true,
        lastFailureAt: true,
        lastFailure: true,
      },
    });
    const ofPms = pmsIntegration(pms);
    return ok({ items: [...labs, ...(ofPms ? [ofPms] : [])], next: null });
  });
}

/** A lab's connection that only its orthodontist's sign-in repairs (R43). */
export const isLapsed = ({ kind, state }: Integration): boolean =>
  kind === "lab" && state === "reauthentication_required";

/** The practice's labs, each with the state of the orthodontist's own connection: for pages where a case is opened (R45). */
export function ownLabs(services: Services, actor: ClinicActor): Promise<Integration[]> {
  return inPractice(services.db, actor.practiceId, (tx) => labsOf(tx, services, actor));
}

/** How many of the orthodontist's own lab connections have lapsed. */
export function lapsedLabs(services: Services, actor: ClinicActor): Promise<number> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const labs = await labsOf(tx, services, actor);
    return labs.filter(isLapsed).length;
  });
}

async function labsOf(
  tx: Tx,
  services: Services,
  { practiceId, personId }: ClinicActor,
): Promise<Integration[]> {
  const enabled = await tx.practiceLab.findMany({
    where: { practiceId, disabledAt: null },
    select: { labId: true },
  });
  const labs = await tx.lab.findMany({
    where: { id: { in: enabled.map(({ labId }) => labId) } },
    select: {
      id: true,
      name: true,
      periodicDays: true,
      inactiveDays: true,
      cutOverAt: true,
      cutOverCountsFrom: true,
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const connections = await tx.labConnection.findMany({
    where: { practiceId, practitioner: { personId, archivedAt: null } },
    select: {
      labId: true,
      lastAuthenticatedAt: true,
      lastAcceptedScanAt: true,
      refusedByLabAt: true,
      disabledAt: true,
      lastSuccessAt: true,
    },
  });
  return labs.map((lab) =>
    labIntegration(lab, connections.find(({ labId }) => labId === lab.id) ?? null, services.now),
  );
}
