import { isDatabaseAway } from "@/db/errors";
import { purgeLogins } from "@/features/access/login/purge-logins";
import { forgetDevices } from "@/features/account/push/forget-devices";
import { expireWishes } from "@/features/appointments/wishes/expire-wishes";
import { sealAudit } from "@/features/audit/seal-audit";
import { renewArticles } from "@/features/care/renew-articles";
import { sweepLabCases, wakeLabReading } from "@/features/cases/delivery/sweep-lab-cases";
import { sweepChangeReminders } from "@/features/change-reminders/sweep-change-reminders";
import { askCheckIns } from "@/features/check-ins/ask-check-ins";
import { followAges } from "@/features/guardians/follow-ages";
import { purgeKeys } from "@/features/idempotency/purge-keys";
import { sweepLabNotices } from "@/features/lab-connection/sweep-lab-notices";
import { sweepAlarms } from "@/features/messages/alarm/sweep-alarms";
import { wakeThreads } from "@/features/messages/inbox/wake-threads";
import { sweepNotices } from "@/features/messages/notices/sweep-notices";
import { sweepDeliveries } from "@/features/notifications/sweep-deliveries";
import { purgeLines } from "@/features/registration/details/number-line";
import { listUndeliveredCodes } from "@/features/registration/failed/list-undelivered-codes";
import { purgeRegistrations } from "@/features/registration/purge-registrations";
import { sweepReminders } from "@/features/reminders/sweep-reminders";
import { keepRetention } from "@/features/retention/keep-night";
import { makeStills } from "@/features/scans/still/make-stills";
import { sweepTextBudgets } from "@/features/sms-usage/sweep-text-budgets";
import { sweepAllUploads } from "@/features/uploads/sweep-uploads";
import { offerFreedTimes } from "@/features/waiting-list/offer-freed-times";
import { type Repeating, repeat } from "@/jobs/repeat";
import { errorFacts } from "./log";
import { jobServices, type Runtime, type Services } from "./services";

interface Chore {
  readonly name: string;
  readonly everyMs: number;
  /** Answers how many rows it dealt with. */
  readonly run: (services: Services) => Promise<number>;
}

const second = 1_000;
const minute = 60 * second;

/** Every chore may run in several workers at once: it skips rows that another one holds, or finds nothing left. */
const chores: readonly Chore[] = [
  { name: "audit chain", everyMs: 2 * second, run: sealAudit },
  { name: "deliveries", everyMs: 2 * second, run: sweepDeliveries },
  { name: "message notices", everyMs: 2 * second, run: sweepNotices },
  { name: "unanswered alarms", everyMs: minute, run: sweepAlarms },
  { name: "text budgets", everyMs: minute, run: sweepTextBudgets },
  { name: "lab notices", everyMs: minute, run: sweepLabNotices },
  { name: "lab cases", everyMs: 5 * second, run: sweepLabCases },
  { name: "lab reports", everyMs: 30 * second, run: wakeLabReading },
  { name: "snoozed threads", everyMs: 15 * second, run: wakeThreads },
  { name: "wishes", everyMs: minute, run: expireWishes },
  { name: "check-ins", everyMs: 5 * minute, run: askCheckIns },
  { name: "reminders", everyMs: minute, run: sweepReminders },
  { name: "change reminders", everyMs: minute, run: sweepChangeReminders },
  { name: "uploads", everyMs: 5 * minute, run: sweepAllUploads },
  { name: "scan stills", everyMs: 5 * second, run: makeStills },
  { name: "registrations", everyMs: 15 * minute, run: purgeRegistrations },
  { name: "phone lines", everyMs: 60 * minute, run: purgeLines },
  { name: "undelivered codes", everyMs: 15 * second, run: listUndeliveredCodes },
  { name: "guardians", everyMs: 15 * minute, run: followAges },
  { name: "logins", everyMs: 60 * minute, run: purgeLogins },
  { name: "waiting list", everyMs: 5 * second, run: offerFreedTimes },
  { name: "retention", everyMs: 5 * minute, run: keepRetention },
  { name: "care texts", everyMs: 60 * minute, run: renewArticles },
  { name: "devices", everyMs: 15 * minute, run: forgetDevices },
  { name: "idempotency keys", everyMs: 60 * minute, run: purgeKeys },
];

/** What the worker does over and over, apart from the queue's jobs. `now` does all of it at once: the clock was moved. */
export function keepSchedule(runtime: Runtime): Repeating {
  const repeated = chores.map((chore) => repeatChore(runtime, chore));
  return {
    now: () => {
      for (const chore of repeated) chore.now();
    },
    stop: async () => {
      await Promise.all(repeated.map((chore) => chore.stop()));
    },
  };
}

function repeatChore(runtime: Runtime, { name, everyMs, run }: Chore): Repeating {
  const { log } = runtime;
  return repeat(async () => void (await run(await jobServices(runtime, name))), {
    everyMs,
    failed: (error) =>
      isDatabaseAway(error)
        ? log.warn({ chore: name }, "the database is away")
        : log.error({ chore: name, ...errorFacts(error) }, "chore failed"),
  });
}
