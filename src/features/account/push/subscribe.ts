import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { isPushEndpoint } from "@/domain/notifications/push-endpoint";
import { ok, type Result, refused } from "@/domain/result";
import { actsFor, isPatientRole, type SessionActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { livingDevices } from "./own-devices";

/** A person has few devices; more are somebody's script. */
const MOST_DEVICES = 10;

interface Subscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/**
 * Turns notices on for the browser one sits at (R39), for as long as nobody logs out in it. Said again, as each session
 * does once, it goes on under this session; a browser has one owner, the last. The first time it is chosen as a way to be
 * told of messages. Refusals: `push_off`, `endpoint_unknown`, `too_many_devices`.
 */
export async function subscribe(
  services: Services,
  actor: SessionActor,
  { endpoint, keys }: Subscription,
): Promise<Result<{ id: string }, "push_off" | "endpoint_unknown" | "too_many_devices">> {
  const { vapid, mode } = services.env;
  if (vapid === null) return refused("push_off");
  if (!isPushEndpoint(endpoint, { loopback: mode === "demo" })) return refused("endpoint_unknown");
  const { practiceId, personId, loginId, sessionId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`choices:${personId}`}, 0))`;
    const at = fromInstant(services.now);
    const browser = services.request.browser?.slice(0, 400) ?? null;
    const known = await tx.pushSubscription.findUnique({
      where: { practiceId_endpoint: { practiceId, endpoint } },
      select: { id: true, personId: true, loginId: true },
    });
    const isSame = known?.personId === personId && known.loginId === loginId;
    if (known && isSame) {
      await tx.pushSubscription.update({
        where: { practiceId_id: { practiceId, id: known.id } },
        data: { keys, sessionId, browser, seenAt: at },
        select: { id: true },
      });
      return ok({ id: known.id });
    }
    if ((await livingDevices(tx, actor)).length >= MOST_DEVICES) return refused("too_many_devices");
    if (known) await tx.pushSubscription.deleteMany({ where: { practiceId, id: known.id } });
    const id = services.random.uuid();
    await tx.pushSubscription.create({
      data: {
        ...{ practiceId, id, personId, loginId, sessionId, endpoint, keys, browser },
        createdAt: at,
        seenAt: at,
      },
      select: { id: true },
    });
    const about = isPatientRole(actor.role)
      ? { patientId: { in: [...actsFor(actor)] } }
      : { patientId: null };
    await tx.notificationChoice.updateMany({
      where: { practiceId, personId, topic: "new_message", ...about },
      data: { push: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { topic: "new_message", device: "on" },
    });
    return ok({ id });
  });
}
