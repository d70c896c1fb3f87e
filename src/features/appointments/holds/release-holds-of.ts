import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import type { OpenSession } from "@/features/access/open-session";
import type { Services } from "@/server/services";
import { writeEvent } from "../record-event";

/** Gives back the times that somebody holds, for themselves or a child, or that are held for this record. */
export async function releaseHoldsOf(
  tx: Tx,
  services: Services,
  actor: OpenSession,
  whose: { readonly personId: string; readonly patientId: string | null },
): Promise<void> {
  const { practiceId } = actor;
  const at = fromInstant(services.now);
  const released = await tx.appointment.updateManyAndReturn({
    where: {
      practiceId,
      state: "held",
      OR: [
        { bookedByPersonId: whose.personId },
        ...(whose.patientId === null ? [] : [{ patientId: whose.patientId }]),
      ],
    },
    data: { state: "released", holdExpiresAt: null, updatedAt: at, version: { increment: 1 } },
    select: { id: true, startsAt: true },
  });
  for (const { id, startsAt } of released) {
    const gone = { appointmentId: id, event: "release", from: "held", to: "released" } as const;
    await writeEvent(tx, services, practiceId, { ...gone, startsAt: toInstant(startsAt) }, actor);
  }
}
