import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { queuePush } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";
import { livingDevices } from "./own-devices";

const WAIT_SECONDS = 10;
/** Whoever tries it looks at once; later it would only puzzle. */
const WORTH_MINUTES = 5;

/**
 * Sends a notice to one of one's browsers, or to all, to see whether it arrives (R17). Refusals: `not_found` where none is
 * on, `too_many_requests` within ten seconds of the last.
 */
export function sendTest(
  services: Services,
  actor: SessionActor,
  { id }: { readonly id?: string | undefined },
): Promise<Result<{ queued: number }, "not_found" | "too_many_requests">> {
  const { practiceId, personId } = actor;
  const { language = "en" } = services.request;
  return inPractice(services.db, practiceId, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`choices:${personId}`}, 0))`;
    const devices = (await livingDevices(tx, actor)).filter(
      (one) => id === undefined || one.id === id,
    );
    if (devices.length === 0) return refused("not_found");
    const since = fromInstant(services.now.subtract({ seconds: WAIT_SECONDS }));
    const recent = await tx.delivery.count({
      where: {
        practiceId,
        personId,
        kind: "push",
        purpose: "test_notice",
        createdAt: { gt: since },
      },
    });
    if (recent > 0) return refused("too_many_requests", { retryAfterSeconds: WAIT_SECONDS });
    for (const device of devices)
      await queuePush(tx, services, {
        purpose: "test_notice",
        practiceId,
        to: device.id,
        language,
        personId,
        expiresAt: services.now.add({ minutes: WORTH_MINUTES }),
      });
    return ok({ queued: devices.length });
  });
}
