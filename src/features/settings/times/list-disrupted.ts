import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { ComingVisit } from "./displaced";

/** What put visits in the way. */
export interface Cause {
  readonly cause: "closure" | "time_off" | "hours" | "chair";
  readonly sourceId?: string;
  readonly locationId?: string | null;
  readonly practitionerId?: string | null;
  readonly startsAt?: Temporal.Instant;
  readonly endsAt?: Temporal.Instant;
  /** For the team. */
  readonly reason?: string | null;
}

/** Puts the visits on a list of their own; null where there are none. */
export async function listDisrupted(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  cause: Cause,
  visits: readonly ComingVisit[],
): Promise<string | null> {
  if (visits.length === 0) return null;
  const { practiceId } = actor;
  const { startsAt, endsAt, sourceId, locationId, practitionerId, reason } = cause;
  const id = services.random.uuid();
  await tx.disruption.create({
    data: {
      practiceId,
      id,
      cause: cause.cause,
      sourceId: sourceId ?? null,
      locationId: locationId ?? null,
      practitionerId: practitionerId ?? null,
      startsAt: startsAt ? fromInstant(startsAt) : null,
      endsAt: endsAt ? fromInstant(endsAt) : null,
      reason: reason || null,
      createdAt: fromInstant(services.now),
      createdByPersonId: actor.personId,
    },
    select: { id: true },
  });
  await tx.disruptedVisit.createMany({
    data: visits.map((visit) => ({
      practiceId,
      disruptionId: id,
      appointmentId: visit.id,
      startsAt: new Date(visit.startMs),
      practitionerId: visit.practitionerId,
      chairId: visit.chairId,
    })),
  });
  return id;
}
