import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { moveAppointment } from "@/features/diary/move-appointment";
import type { Services } from "@/server/services";
import { findDisruption } from "./queries";
import type { MoveAllRequest } from "./schema";

/**
 * Moves visits of a list to the times planned for them, each by the diary's own move, the patient told (R31, R36). What
 * somebody else changed or took meanwhile stays as it is and is counted `left`.
 */
export async function movePlanned(
  services: Services,
  actor: ClinicActor,
  { id, moves }: MoveAllRequest,
): Promise<Result<{ moved: number; left: number }, "not_found">> {
  const list = await findDisruption(services, actor, id);
  const visits = list?.visits.filter(({ isWish }) => !isWish);
  const listed = new Set(visits?.map(({ appointmentId }) => appointmentId));
  if (!moves.every(({ appointmentId }) => listed.has(appointmentId))) return refused("not_found");
  let moved = 0;
  for (const { appointmentId, version, startsAt } of moves) {
    const result = await moveAppointment(forOne(services, appointmentId), actor, {
      id: appointmentId,
      version,
      startsAt,
      outsideHours: false,
      tellPatient: true,
    });
    if (result.ok) moved += 1;
  }
  return ok({ moved, left: moves.length - moved });
}

/** Sent again after a lost answer, each visit's move is known by a key of its own (S16). */
function forOne(services: Services, appointmentId: string): Services {
  const { idempotencyKey, ...request } = services.request;
  if (idempotencyKey === undefined) return services;
  return {
    ...services,
    request: { ...request, idempotencyKey: keyOf(idempotencyKey, appointmentId) },
  };
}

function keyOf(key: string, appointmentId: string): string {
  return `${key.slice(0, 60)}.${appointmentId}`;
}
