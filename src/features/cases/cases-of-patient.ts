import { inPractice } from "@/db/transaction";
import type { CaseState } from "@/domain/cases/case-moves";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

export interface CaseOfPatient {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** A patient's cases, the newest first, for the orthodontist's page of them. */
export async function casesOfPatient(
  services: Services,
  { practiceId }: ClinicActor,
  patientId: string,
): Promise<CaseOfPatient[]> {
  const rows = await inPractice(services.db, practiceId, (tx) =>
    tx.labCase.findMany({
      where: { practiceId, patientId },
      select: { id: true, number: true, state: true, updatedAt: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: 20,
    }),
  );
  return rows.map(({ updatedAt, ...rest }) => ({ ...rest, changedAt: updatedAt.toISOString() }));
}

export interface Parcel {
  readonly id: string;
  readonly number: string;
  /** ISO 8601. */
  readonly shippedAt: string | null;
  readonly tracking: string | null;
}

/** What is on its way from a lab for a patient, for whoever opens the door: nothing clinical (R52). */
export async function parcelsOf(
  services: Services,
  { practiceId }: ClinicActor,
  patientId: string,
): Promise<Parcel[]> {
  const rows = await inPractice(services.db, practiceId, (tx) =>
    tx.labCase.findMany({
      where: { practiceId, patientId, state: "shipped" },
      select: { id: true, number: true, shippedAt: true, tracking: true },
      orderBy: { shippedAt: "asc" },
    }),
  );
  return rows.map(({ shippedAt, ...rest }) => ({
    ...rest,
    shippedAt: shippedAt?.toISOString() ?? null,
  }));
}
