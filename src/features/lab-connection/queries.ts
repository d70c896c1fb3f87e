import { inPractice } from "@/db/transaction";
import { type Ok, ok } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { labIntegration } from "./lab-integration";
import { pmsIntegration } from "./pms-integration";
import type { Integrations } from "./schema";

/**
 * The labs the practice works with, each with the state of the actor's own connection, and the practice's PMS (R42,
 * R50). The clocks are per orthodontist and lab (R43), so another's connection is never among them.
 */
export async function integrationsOf(
  services: Services,
  actor: ClinicActor,
): Promise<Ok<Integrations>> {
  const { practiceId, personId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await recordAudit(tx, services, auditActor(actor), {
      action: "integrations.viewed",
      practiceId,
    });
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
    const ofLabs = labs.map((lab) =>
      labIntegration(lab, connections.find(({ labId }) => labId === lab.id) ?? null, services.now),
    );
    return ok({ items: [...ofLabs, ...(ofPms ? [ofPms] : [])], next: null });
  });
}
