import { ok, type Result } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { ownSessions } from "./queries";

/** One's own sessions as other programs read them (R17). */
export async function listSessions(
  services: Services,
  actor: SessionActor,
): Promise<Result<unknown, never>> {
  const sessions = await ownSessions(services, actor);
  const items = sessions.map(({ startedAt, lastSeenAt, ...session }) => ({
    ...session,
    startedAt: startedAt.toString(),
    lastSeenAt: lastSeenAt.toString(),
  }));
  return ok({ items, next: null });
}
