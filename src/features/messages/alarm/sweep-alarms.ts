import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import {
  LOOK_BACK_DAYS,
  type PracticeHours,
  workingHoursAgo,
} from "@/domain/messages/working-hours";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import type { Services } from "@/server/services";
import { tellThread } from "../live/tell-threads";
import { mailAlarms } from "./mail-alarms";
import { ALARMS_AT_ONCE, raiseAlarms } from "./overdue-threads";

/**
 * Mails that nobody has answered for the practice's number of working hours, practice by practice (R40): once for each
 * message waited for, one mail for each person and walk. Answers how many threads were found.
 */
export function sweepAlarms(services: Services): Promise<number> {
  return inEveryPractice(services, async (_, practice) => {
    let found = 0;
    for (let batch = ALARMS_AT_ONCE; batch === ALARMS_AT_ONCE; found += batch)
      batch = await inPractice(services.db, practice.id, (tx) => sweepSome(tx, services, practice));
    return found;
  });
}

async function sweepSome(tx: Tx, services: Services, { id, zone }: PracticeFacts): Promise<number> {
  const settings = await tx.practiceSettings.findUnique({
    where: { practiceId: id },
    select: { unansweredAlarmHours: true },
  });
  const hours = settings?.unansweredAlarmHours ?? null;
  if (hours === null) return 0;
  const since = workingHoursAgo(hours, services.now, zone, await practiceHours(tx, services, id));
  const overdue = await raiseAlarms(tx, id, since);
  await mailAlarms(tx, services, { practiceId: id, hours, overdue });
  for (const { threadId } of overdue) await tellThread(tx, id, threadId);
  return overdue.length;
}

async function practiceHours(
  tx: Tx,
  { now }: Services,
  practiceId: string,
): Promise<PracticeHours> {
  const openings = await tx.openingHours.findMany({
    where: { practiceId, location: { archivedAt: null } },
    select: { locationId: true, weekday: true, opensMinute: true, closesMinute: true },
  });
  const closures = await tx.closure.findMany({
    where: {
      practiceId,
      startsAt: { lt: fromInstant(now) },
      endsAt: { gt: fromInstant(now.subtract({ hours: 24 * (LOOK_BACK_DAYS + 1) })) },
    },
    select: { locationId: true, startsAt: true, endsAt: true },
  });
  return {
    openings,
    closures: closures.map(({ locationId, startsAt, endsAt }) => ({
      locationId,
      startMs: toInstant(startsAt).epochMilliseconds,
      endMs: toInstant(endsAt).epochMilliseconds,
    })),
  };
}
