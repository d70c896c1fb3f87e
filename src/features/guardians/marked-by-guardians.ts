import { toDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { personNames } from "@/features/registration/logins/login-facts";
import type { Services } from "@/server/services";

/** An aligner that somebody marked for the patient. */
export interface MarkedChange {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly changedOn: string;
  readonly stage: number;
  readonly arch: "upper" | "lower";
  readonly by: string;
}

const MOST = 6;

/** R10: the latest aligners that a guardian marked as changed, with the guardian's name; the newest first. */
export async function markedByGuardians(
  services: Services,
  actor: ClinicActor,
  patientId: string,
): Promise<MarkedChange[]> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const guardians = await tx.guardianship.findMany({
      where: { practiceId, patientId },
      select: { guardianPersonId: true },
    });
    const ids = guardians.map(({ guardianPersonId }) => guardianPersonId);
    if (ids.length === 0) return [];
    const changes = await tx.alignerChange.findMany({
      where: { practiceId, patientId, undoneAt: null, recordedByPersonId: { in: ids } },
      orderBy: [{ changedOn: "desc" }, { id: "desc" }],
      take: MOST,
      select: {
        id: true,
        changedOn: true,
        recordedByPersonId: true,
        stage: { select: { number: true, arch: true } },
      },
    });
    const names = await personNames(
      tx,
      changes.map((change) => change.recordedByPersonId),
    );
    return changes.map(({ id, changedOn, recordedByPersonId, stage }) => ({
      id,
      changedOn: toDay(changedOn).toString(),
      stage: stage.number,
      arch: stage.arch,
      by: names.get(recordedByPersonId) ?? "",
    }));
  });
}
