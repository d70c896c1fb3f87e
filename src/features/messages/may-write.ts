import type { Tx } from "@/db/client";
import type { ThreadMember } from "./thread-member";

/** A guardian may have been given rights to look alone (R10); everybody else in a thread may write. */
export async function mayWrite(tx: Tx, actor: ThreadMember): Promise<boolean> {
  if (actor.kind === "clinic" || actor.patientId === actor.ownPatientId) return true;
  const rights = await tx.guardianship.findFirst({
    where: {
      practiceId: actor.practiceId,
      patientId: actor.patientId,
      guardianPersonId: actor.personId,
      endedAt: null,
      rights: "full",
    },
    select: { id: true },
  });
  return rights !== null;
}
