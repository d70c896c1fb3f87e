import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { undoChange } from "@/features/treatment/undo/undo-change";
import type { World } from "../../support/world";
import { type makePlan, today, treatedPatient } from "./made-plan";

/** A patient who marks the third aligner, and what can be done about it. */
export async function markedWorld(world: World, wish: Parameters<typeof makePlan>[3] = {}) {
  const given = await treatedPatient(world, wish);
  const { actor, practice, plan } = given;
  const practiceId = practice.id;

  async function mark(stage: number, more: { arch?: "upper" | "lower"; plusDays?: number } = {}) {
    const { plusDays = 0, ...rest } = more;
    const changedOn = await today(world, practice, plusDays);
    const answer = await recordAlignerChange(await world.services(), actor, {
      stage,
      changedOn,
      ...rest,
    });
    if (!answer.ok) throw new Error(answer.reason);
    const [first] = answer.value.changes;
    if (first === undefined) throw new Error("nothing was marked");
    return { ...answer.value, id: first.id };
  }

  return {
    ...given,
    mark,
    async undo(id: string, by: PatientActor = actor, key?: string) {
      const services = await world.services(key === undefined ? {} : { idempotencyKey: key });
      return undoChange(services, by, { id });
    },
    rows: (stage: number) =>
      inPractice(world.db, practiceId, (tx) =>
        tx.alignerChange.findMany({
          where: {
            practiceId,
            stageId: { in: [plan.stageId("upper", stage), plan.stageId("lower", stage)] },
          },
          orderBy: { recordedAt: "asc" },
        }),
      ),
    async acted(kind: "version" | "adjustment" | "check_in" | "asked" | "cancelled") {
      const { now } = await world.services();
      const at = fromInstant(now);
      const by = crypto.randomUUID();
      const { patientId } = actor;
      await inPractice(world.db, practiceId, async (tx) => {
        if (kind === "version") {
          await tx.planVersion.create({
            data: {
              practiceId,
              planId: plan.planId,
              version: 2,
              reason: "edited",
              snapshot: {},
              createdByPersonId: by,
              createdAt: at,
            },
          });
        } else if (kind === "adjustment") {
          await tx.planAdjustment.create({
            data: {
              practiceId,
              planId: plan.planId,
              number: 1,
              kind: "extension",
              byPersonId: by,
              byName: "Dr Example",
              createdAt: at,
            },
          });
        } else {
          const state = {
            check_in: "submitted",
            asked: "requested",
            cancelled: "cancelled",
          } as const;
          await tx.checkIn.create({
            data: {
              practiceId,
              patientId,
              state: state[kind],
              requestedByPersonId: kind === "check_in" ? null : by,
              createdAt: at,
              ...(kind === "check_in" && { submittedAt: at }),
              ...(kind === "cancelled" && { cancelledAt: at }),
            },
          });
        }
      });
    },
    audited: () =>
      inPractice(world.db, practiceId, (tx) =>
        tx.auditEntry.findMany({ where: { practiceId, action: "aligner_change.undone" } }),
      ),
  };
}
