import type { Tx } from "@/db/client";
import type { LabConnectionFacts } from "@/domain/lab-connection/status";
import { labFacts } from "./lab-integration";

/** The facts of the connection under which a case goes to its lab: that of its orthodontist (R43). Null: no such case. */
export async function connectionOfCase(
  tx: Tx,
  { practiceId, caseId }: { readonly practiceId: string; readonly caseId: string },
): Promise<LabConnectionFacts | null> {
  const found = await tx.labCase.findFirst({
    where: { practiceId, id: caseId },
    select: { labId: true, practitionerId: true },
  });
  if (!found) return null;
  const lab = await tx.lab.findUnique({
    where: { id: found.labId },
    select: {
      id: true,
      name: true,
      periodicDays: true,
      inactiveDays: true,
      cutOverAt: true,
      cutOverCountsFrom: true,
    },
  });
  const connection = await tx.labConnection.findFirst({
    where: { practiceId, ...found },
    select: {
      lastAuthenticatedAt: true,
      lastAcceptedScanAt: true,
      refusedByLabAt: true,
      disabledAt: true,
      lastSuccessAt: true,
    },
  });
  return lab && labFacts(lab, connection);
}
