import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { colleaguesOf } from "@/features/people/colleagues";
import type { Services } from "@/server/services";
import { type AbsentPractitioner, absentPractitioner } from "./absent-practitioner";

export interface AbsencePlan {
  readonly practitioner: AbsentPractitioner;
  /** Orthodontists who can look after their patients' conversations. */
  readonly covers: readonly { readonly personId: string; readonly name: string }[];
}

/** Whose absences are planned, by id or one's own, and who can cover them; null where somebody may not (S12). */
export function absencePlan(
  services: Services,
  actor: ClinicActor,
  whose: { readonly id: string } | "own",
): Promise<AbsencePlan | null> {
  const { practiceId, personId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const own = { practiceId, personId, archivedAt: null };
    const key =
      whose === "own"
        ? await tx.practitioner.findFirst({ where: own, select: { id: true } })
        : whose;
    const practitioner = key && (await absentPractitioner(tx, actor, key.id));
    if (!practitioner) return null;
    const people = await colleaguesOf(tx, practiceId);
    const covers = people.filter(
      (one) => one.role === "orthodontist" && one.personId !== practitioner.personId,
    );
    return { practitioner, covers };
  });
}
