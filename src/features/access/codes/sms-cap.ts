import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { dailyCapState } from "@/domain/access/code-sending";
import { ok, type Result, refused } from "@/domain/result";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";

/**
 * Whether the practice may send one more text today, in its own zone (S3, R51). Texts of one practice are admitted one
 * after the other until the transaction ends, so that parallel ones cannot pass the cap. Refusal: `texts_stopped`.
 */
export async function admitText(
  tx: Tx,
  services: Services,
  practiceId: string,
): Promise<Result<"open" | "warn", "texts_stopped">> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`sms-cap:${practiceId}`}, 0))`;
  const practice = await identityIn(tx).practice.findUniqueOrThrow({
    where: { id: practiceId },
    select: { zone: true, language: true, smsDailyCap: true, supportEmail: true },
  });
  const dayStart = services.now.toZonedDateTimeISO(practice.zone).startOfDay().toInstant();
  const sentToday = await countSince(tx, practiceId, dayStart);
  const state = stateOf(sentToday, practice.smsDailyCap);
  if (state !== "open")
    await warnOnce(tx, services, { ...practice, practiceId, dayStart, sentToday });
  if (state !== "stopped") return ok(state);
  const tomorrow = dayStart.toZonedDateTimeISO(practice.zone).add({ days: 1 }).toInstant();
  const wait = services.now.until(tomorrow, { largestUnit: "second" });
  return refused("texts_stopped", { retryAfterSeconds: Temporal.Duration.from(wait).seconds });
}

/** How many texts today's cap counts so far, and what follows (S3). */
export async function textsToday(
  tx: Tx,
  now: Temporal.Instant,
  practiceId: string,
): Promise<{ texts: number; cap: number; state: "open" | "warn" | "stopped" }> {
  const { zone, smsDailyCap: cap } = await identityIn(tx).practice.findUniqueOrThrow({
    where: { id: practiceId },
    select: { zone: true, smsDailyCap: true },
  });
  const dayStart = now.toZonedDateTimeISO(zone).startOfDay().toInstant();
  const texts = await countSince(tx, practiceId, dayStart);
  return { texts, cap, state: stateOf(texts, cap) };
}

function countSince(tx: Tx, practiceId: string, since: Temporal.Instant): Promise<number> {
  return tx.delivery.count({
    where: { practiceId, kind: "sms", createdAt: { gte: fromInstant(since) } },
  });
}

function stateOf(sentToday: number, cap: number) {
  return dailyCapState(sentToday, { textsPerPracticePerDay: cap, warnAtPercent: 80 });
}

interface NearCap {
  readonly practiceId: string;
  readonly supportEmail: string;
  readonly language: string;
  readonly smsDailyCap: number;
  readonly dayStart: Temporal.Instant;
  readonly sentToday: number;
}

/** Tells the practice by mail, once a day, that its texts run out (S3). The cap's own lock keeps it to one. */
async function warnOnce(tx: Tx, services: Services, near: NearCap): Promise<void> {
  const { practiceId, supportEmail, language, smsDailyCap, dayStart, sentToday } = near;
  const told = await tx.delivery.count({
    where: {
      practiceId,
      kind: "mail",
      purpose: "texts_near_cap",
      createdAt: { gte: fromInstant(dayStart) },
    },
  });
  if (told > 0) return;
  await queueMail(tx, services, {
    purpose: "texts_near_cap",
    practiceId,
    to: supportEmail,
    language,
    values: { sent: sentToday, cap: smsDailyCap },
  });
}
