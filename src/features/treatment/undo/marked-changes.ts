import { toDay, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { Arch, StageKind } from "@/domain/treatment/facts";
import type { ClinicActor } from "@/features/access/actors";
import { personNames } from "@/features/registration/logins/login-facts";
import type { Services } from "@/server/services";

/** One press that marked aligners as changed, as the practice sees it. Instants are ISO 8601. */
export interface MarkedLine {
  readonly id: string;
  readonly stages: readonly { arch: Arch; kind: StageKind; number: number }[];
  /** YYYY-MM-DD. */
  readonly changedOn: string;
  readonly recordedAt: string;
  readonly by: Marker;
  readonly undone: { readonly at: string; readonly by: Marker } | null;
}

export interface Marker {
  /** Null for somebody who was erased. */
  readonly name: string | null;
  /** The patient, somebody who is or was their guardian, or neither. */
  readonly as: "patient" | "guardian" | "other";
}

const MOST = 16;

/** Who marked the patient's latest changes, and who took them back (R10, R21); the newest first. */
export async function markedChanges(
  services: Services,
  { practiceId }: ClinicActor,
  patientId: string,
): Promise<MarkedLine[]> {
  return inPractice(services.db, practiceId, async (tx) => {
    const changes = await tx.alignerChange.findMany({
      where: { practiceId, patientId },
      orderBy: [{ recordedAt: "desc" }, { changedOn: "desc" }, { id: "desc" }],
      take: MOST,
      select: {
        id: true,
        changedOn: true,
        recordedAt: true,
        recordedByPersonId: true,
        undoneAt: true,
        undoneByPersonId: true,
        stage: { select: { arch: true, kind: true, number: true } },
      },
    });
    const guardians = await tx.guardianship.findMany({
      where: { practiceId, patientId },
      select: { guardianPersonId: true },
    });
    const memberships = await tx.membership.findMany({
      where: { practiceId, patientId },
      select: { personId: true },
    });
    const own = new Set(memberships.map(({ personId }) => personId));
    const guarding = new Set(guardians.map(({ guardianPersonId }) => guardianPersonId));
    const people = changes.flatMap((change) => [
      change.recordedByPersonId,
      ...(change.undoneByPersonId === null ? [] : [change.undoneByPersonId]),
    ]);
    const names = await personNames(tx, people);
    const marker = (id: string | null): Marker => {
      if (id === null) return { name: null, as: "other" };
      const as = own.has(id) ? "patient" : guarding.has(id) ? "guardian" : "other";
      return { name: names.get(id) ?? null, as };
    };
    const lines = new Map<string, MarkedLine>();
    for (const change of changes) {
      const { id, undoneAt, undoneByPersonId, stage } = change;
      const changedOn = toDay(change.changedOn).toString();
      const recordedAt = toInstant(change.recordedAt).toString();
      const key = `${recordedAt} ${changedOn} ${undoneAt?.getTime()}`;
      const known = lines.get(key);
      lines.set(key, {
        id: known?.id ?? id,
        stages: [...(known?.stages ?? []), stage].toSorted((a, b) => (a.arch > b.arch ? -1 : 1)),
        changedOn,
        recordedAt,
        by: marker(change.recordedByPersonId),
        undone:
          undoneAt === null
            ? null
            : { at: toInstant(undoneAt).toString(), by: marker(undoneByPersonId) },
      });
    }
    return [...lines.values()];
  });
}
