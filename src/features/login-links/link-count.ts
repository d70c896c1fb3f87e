import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

type CountRefusal = "too_many_links_for_patient" | "too_many_links_by_staff";

/**
 * S9: 5 links in 24 hours for one patient, 100 by one member of staff, as the installation's limits say. The record's
 * row and the member's counter are locked, so that parallel requests cannot pass together.
 */
export async function decideLinkCount(
  tx: Tx,
  services: Services,
  { practiceId, personId }: ClinicActor,
  patientId: string,
): Promise<Result<"make", CountRefusal>> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`links:${personId}`}, 0))`;
  const since = { gt: fromInstant(services.now.subtract({ hours: 24 })) };
  const { linksPerPatientDay, linksPerStaffDay } = services.limits;
  const forPatient = { practiceId, patientId, createdAt: since };
  if ((await tx.loginLink.count({ where: forPatient })) >= linksPerPatientDay) {
    return refused("too_many_links_for_patient", await wait(tx, services, forPatient));
  }
  const byStaff = { practiceId, createdByPersonId: personId, createdAt: since };
  if ((await tx.loginLink.count({ where: byStaff })) >= linksPerStaffDay) {
    return refused("too_many_links_by_staff", await wait(tx, services, byStaff));
  }
  return ok("make");
}

/** Until the oldest of these is a day old. */
async function wait(
  tx: Tx,
  services: Services,
  where: { practiceId: string; createdAt: { gt: Date } },
): Promise<{ retryAfterSeconds: number }> {
  const oldest = await tx.loginLink.findFirst({
    where,
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  const freeAt = oldest ? toInstant(oldest.createdAt).add({ hours: 24 }) : services.now;
  const wait = Temporal.Duration.from(services.now.until(freeAt));
  return { retryAfterSeconds: Math.max(1, Math.ceil(wait.total({ unit: "second" }))) };
}
