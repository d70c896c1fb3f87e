import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { CaseState } from "@/domain/cases/case-moves";
import type { LabCase } from "@/ports/lab";
import type { Services } from "@/server/services";
import { moveCase } from "../move-case";
import { takeReports } from "./take-reports";

const portal = { by: "portal" } as const;
/** What the lab's own word ends: it has the case. */
const unconfirmed: readonly CaseState[] = ["sending", "sent", "delivery_unknown"];

/**
 * Takes a case as the lab has it, among those of one connection: by the lab's id, else by the number (R46, R48). A case
 * that nobody here sent is none of ours. Answers its id here.
 */
export async function takeLabCase(
  services: Services,
  { practiceId, connectionId }: { readonly practiceId: string; readonly connectionId: string },
  labCase: LabCase,
): Promise<string | null> {
  const { labCaseId, caseNumber, receivedAt, status, receivedScanIds } = labCase;
  return inPractice(services.db, practiceId, async (tx) => {
    const whose = await tx.labConnection.findFirst({
      where: { practiceId, id: connectionId },
      select: { practitionerId: true, labId: true },
    });
    if (!whose) return null;
    const found = await tx.labCase.findFirst({
      where: {
        practiceId,
        ...whose,
        OR: [{ labCaseId }, { labCaseId: null, number: caseNumber }],
        state: { not: "draft" },
      },
      select: { id: true, labCaseId: true, receivedAt: true, state: true },
    });
    if (!found) return null;
    const subject = { practiceId, caseId: found.id };
    await takeReports(tx, services, subject, labCase);
    const isThere = receivedAt !== null && status !== "awaiting_scans";
    const now = await tx.labCase.findUniqueOrThrow({
      where: { practiceId_id: { practiceId, id: found.id } },
      select: { state: true },
    });
    // While it is being sent, its own delivery says so.
    if (isThere && unconfirmed.includes(now.state) && now.state !== "sending")
      await moveCase(tx, services, subject, { event: "receive", mover: portal });
    await tx.caseFile.updateMany({
      where: { ...subject, uploadId: { in: scanIds(receivedScanIds) }, acceptedByLabAt: null },
      data: { acceptedByLabAt: fromInstant(services.now) },
    });
    return found.id;
  });
}

/** Scans are named by their uploads; a lab may have others of the case from elsewhere. */
function scanIds(ids: readonly string[]): string[] {
  return ids.filter((id) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
}
