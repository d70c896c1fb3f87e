import { identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { ok, type Result } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

/** "Stay logged in" (R18): the idle time begins anew, the twelve hours do not. Answers the seconds that are left. */
export async function stayLoggedIn(
  services: Services,
  actor: SessionActor,
): Promise<Result<{ idleSecondsLeft: number }, never>> {
  const { now } = services;
  await identityOf(services.db).session.updateMany({
    where: { id: actor.sessionId, endedAt: null },
    data: { lastSeenAt: fromInstant(now) },
  });
  const untilEnd = actor.expiresAt.since(now, { largestUnit: "second" }).seconds;
  return ok({ idleSecondsLeft: Math.max(0, Math.min(actor.idleMinutes * 60, untilEnd)) });
}
