import type { Tx } from "@/db/client";
import type { LabConnectionFacts } from "@/domain/lab-connection/status";
import { labFacts } from "./lab-integration";

/** A case's lab, and the connection under which it goes there: that of its orthodontist (R43). */
export interface ConnectionOfCase {
  readonly facts: LabConnectionFacts;
  /** Null: its orthodontist has never begun a sign-in there. */
  readonly connectionId: string | null;
  readonly labName: string;
}

/** Null: no such case. A lab that the practice no longer works with counts as disabled. */
export async function connectionOfCase(
  tx: Tx,
  { practiceId, caseId }: { readonly practiceId: string; readonly caseId: string },
): Promise<ConnectionOfCase | null> {
  const found = await tx.labCase.findFirst({
    where: { practiceId, id: caseId },
    select: { labId: true, practitionerId: true },
  });
  return found && connectionWith(tx, { practiceId, ...found });
}

/** The connection of an orthodontist with a lab, whether it was ever used or not. Null: no such lab. */
export async function connectionWith(
  tx: Tx,
  whose: { readonly practiceId: string; readonly practitionerId: string; readonly labId: string },
): Promise<ConnectionOfCase | null> {
  const { practiceId, labId } = whose;
  const lab = await tx.lab.findUnique({
    where: { id: labId },
    select: {
      id: true,
      name: true,
      periodicDays: true,
      inactiveDays: true,
      cutOverAt: true,
      cutOverCountsFrom: true,
    },
  });
  if (!lab) return null;
  const connection = await tx.labConnection.findFirst({
    where: whose,
    select: {
      id: true,
      lastAuthenticatedAt: true,
      lastAcceptedScanAt: true,
      refusedByLabAt: true,
      disabledAt: true,
      lastSuccessAt: true,
    },
  });
  const enabled = await tx.practiceLab.findFirst({
    where: { practiceId, labId },
    select: { disabledAt: true },
  });
  const disabledAt = connection?.disabledAt ?? enabled?.disabledAt ?? null;
  return {
    facts: labFacts(lab, connection && { ...connection, disabledAt }),
    connectionId: connection?.id ?? null,
    labName: lab.name,
  };
}
