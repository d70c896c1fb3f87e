import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";
import { moveCase } from "../move-case";
import type { CaseTrouble } from "./case-trouble";
import { holdCase } from "./hold-case";
import { sendQueued } from "./send-or-hold";

/** Whose cases, to which lab: what goes through one connection (R43). */
export interface CasesOf {
  readonly practiceId: string;
  readonly practitionerId: string;
  readonly labId: string;
}

/**
 * Lets everything that waited for a sign-in go, once each (R46): held cases get their delivery, and what else is to be
 * said about a case is due now. Answers how many cases.
 */
export async function releaseHeld(tx: Tx, services: Services, whose: CasesOf): Promise<number> {
  const { practiceId } = whose;
  const held = await tx.labCase.findMany({
    where: { ...whose, state: "held_for_reauthentication" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let released = 0;
  for (const { id: caseId } of held) {
    const subject = { practiceId, caseId };
    const mover = { by: "portal" } as const;
    const moved = await moveCase(tx, services, subject, { event: "release", mover });
    if (!moved.ok) continue;
    await sendQueued(tx, services, subject);
    released += 1;
  }
  await tx.delivery.updateMany({
    where: { practiceId, kind: "lab_case", state: "queued", lastError: "held", labCase: whose },
    data: { nextTryAt: fromInstant(services.now) },
  });
  return released;
}

/** Holds every case that waits for its turn while the connection takes none; what is in somebody's hands sees for itself. */
export async function holdQueued(
  tx: Tx,
  services: Services,
  whose: CasesOf,
  trouble: CaseTrouble,
): Promise<number> {
  const { practiceId } = whose;
  const waiting = await tx.labCase.findMany({
    where: {
      ...whose,
      state: { in: ["queued", "sending"] },
      deliveries: { none: { kind: "lab_case", state: "sending" } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let held = 0;
  for (const { id: caseId } of waiting)
    held += (await holdCase(tx, services, { practiceId, caseId }, trouble)) ? 1 : 0;
  return held;
}
