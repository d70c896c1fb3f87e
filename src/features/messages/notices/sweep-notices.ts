import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import {
  firstChannels,
  type NoticeChannel,
  nextChannel,
  noticeOutcome,
} from "@/domain/messages/notice-channels";
import { topicWays } from "@/domain/notifications/topics";
import { quietHoursAround } from "@/domain/reminders/due-at";
import { quietHoursOf } from "@/features/notifications/quiet-hours";
import { type NoticeReach, noticeReach } from "@/features/people/notice-reach";
import { allPracticeIds, deliveryPractice } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";
import { tellBy, type WaitingNotice } from "./tell-person";

/** Notices looked at in one transaction. */
const AT_ONCE = 100;
/** How often is asked whether a notice arrived, and after how long a text that was taken on counts as arrived. */
const LOOK_AGAIN_SECONDS = 60;
const TEXT_TRUSTED_MINUTES = 60;

interface Bundle extends WaitingNotice {
  readonly latestNumber: number;
  readonly toldUpTo: number;
  readonly toldAt: Date | null;
  readonly deliveryIds: readonly string[];
  readonly readUpTo: number;
}

/**
 * Tells those whose messages still wait unread, practice by practice (R39): once the short wait is over, not in the quiet
 * hours, once per thread until they read; where nothing arrived, by the next way. Answers how many were looked at.
 */
export async function sweepNotices(services: Services): Promise<number> {
  let looked = 0;
  for (const practiceId of await allPracticeIds(services)) {
    for (let batch = AT_ONCE; batch === AT_ONCE; looked += batch)
      batch = await inPractice(services.db, practiceId, (tx) =>
        sweepSome(tx, services, practiceId),
      );
  }
  return looked;
}

async function sweepSome(tx: Tx, services: Services, practiceId: string): Promise<number> {
  const bundles = await tx.$queryRaw<Bundle[]>`
    select b.practice_id as "practiceId", b.thread_id as "threadId", b.person_id as "personId", t.patient_id as "patientId",
      b.latest_number as "latestNumber", b.told_up_to as "toldUpTo", b.told_at as "toldAt",
      b.delivery_ids as "deliveryIds", coalesce(r.read_up_to, 0) as "readUpTo"
    from tenant.notice_bundle b
    join tenant.thread t on t.practice_id = b.practice_id and t.id = b.thread_id
    left join tenant.thread_reader r
      on r.practice_id = b.practice_id and r.thread_id = b.thread_id and r.person_id = b.person_id
    where b.practice_id = ${practiceId}::uuid and b.look_at <= app_now()
    order by b.look_at limit ${AT_ONCE} for update of b skip locked`;
  if (bundles.length === 0) return 0;
  const { zone } = await deliveryPractice(tx, practiceId);
  const night = quietHoursAround(services.now, { zone, quiet: await quietHoursOf(tx, practiceId) });
  for (const bundle of bundles) {
    if (bundle.readUpTo >= bundle.latestNumber) await forget(tx, bundle);
    else if (night) await keep(tx, bundle, { lookAt: fromInstant(night.untilAt) });
    else await lookAt(tx, services, bundle);
  }
  return bundles.length;
}

async function lookAt(tx: Tx, services: Services, bundle: Bundle): Promise<void> {
  const byDefault = topicWays.new_message.byDefault;
  const reach = await noticeReach(tx, bundle, byDefault);
  if (reach === null) return forget(tx, bundle);
  const isTold = bundle.toldUpTo > bundle.readUpTo;
  if (!isTold) return tell(tx, services, bundle, reach);
  const tried = await triedOf(tx, bundle);
  const isLongAgo =
    bundle.toldAt !== null &&
    services.now.since(toInstant(bundle.toldAt)).total("minutes") >= TEXT_TRUSTED_MINUTES;
  switch (noticeOutcome(tried, { isLongAgo })) {
    case "arrived":
      return keep(tx, bundle, { lookAt: null });
    case "open":
      return keep(tx, bundle, { lookAt: soon(services) });
    case "failed":
      return standIn(tx, services, bundle, reach, new Set(tried.map(({ channel }) => channel)));
  }
}

/** The notice itself. Whoever chose none, and whom nothing reaches, is noted as told: the unread count waits for them. */
async function tell(tx: Tx, services: Services, bundle: Bundle, reach: NoticeReach): Promise<void> {
  const person = personOf(reach);
  const deliveryIds: string[] = [];
  const tried = new Set<NoticeChannel>();
  for (const channel of firstChannels(person)) {
    tried.add(channel);
    deliveryIds.push(...(await tellBy(tx, services, channel, bundle, reach)));
  }
  await keep(tx, bundle, {
    toldUpTo: bundle.latestNumber,
    toldAt: fromInstant(services.now),
    lookAt: deliveryIds.length > 0 ? soon(services) : null,
    deliveryIds,
  });
  if (deliveryIds.length === 0 && tried.size > 0)
    await standIn(tx, services, { ...bundle, deliveryIds }, reach, tried);
}

/** By the next way that is left, where nothing arrived: mail that bounced, texts that are stopped, devices that are gone. */
async function standIn(
  tx: Tx,
  services: Services,
  bundle: Bundle,
  reach: NoticeReach,
  tried: ReadonlySet<NoticeChannel>,
): Promise<void> {
  const person = personOf(reach);
  const passed = new Set(tried);
  for (let next = nextChannel(person, passed); next !== null; next = nextChannel(person, passed)) {
    passed.add(next);
    const more = await tellBy(tx, services, next, bundle, reach);
    if (more.length === 0) continue;
    const deliveryIds = [...bundle.deliveryIds, ...more];
    return keep(tx, bundle, { deliveryIds, lookAt: soon(services) });
  }
  await keep(tx, bundle, { lookAt: null });
}

function personOf(reach: NoticeReach) {
  const of = (ways: readonly (readonly [NoticeChannel, boolean])[]) =>
    new Set(ways.flatMap(([channel, has]) => (has ? [channel] : [])));
  return {
    wanted: of([
      ["mail", reach.wantsMail],
      ["sms", reach.wantsTexts],
      ["push", reach.wantsPush],
    ]),
    reachable: of([
      ["mail", reach.email !== null],
      ["sms", reach.mobile !== null],
      ["push", reach.devices.length > 0],
    ]),
  };
}

async function triedOf(tx: Tx, { practiceId, deliveryIds }: Bundle) {
  const rows = await tx.delivery.findMany({
    where: { practiceId, id: { in: [...deliveryIds] } },
    select: { kind: true, state: true },
  });
  return rows.flatMap(({ kind, state }) =>
    kind === "mail" || kind === "sms" || kind === "push" ? [{ channel: kind, state }] : [],
  );
}

const soon = ({ now }: Services) => fromInstant(now.add({ seconds: LOOK_AGAIN_SECONDS }));

async function forget(tx: Tx, { practiceId, threadId, personId }: Bundle): Promise<void> {
  await tx.noticeBundle.deleteMany({ where: { practiceId, threadId, personId } });
}

interface Kept {
  readonly lookAt: Date | null;
  readonly toldUpTo?: number;
  readonly toldAt?: Date;
  readonly deliveryIds?: string[];
}

async function keep(tx: Tx, { practiceId, threadId, personId }: Bundle, kept: Kept): Promise<void> {
  await tx.noticeBundle.updateMany({ where: { practiceId, threadId, personId }, data: kept });
}
