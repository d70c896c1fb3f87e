import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { labConnectionStatus, type ReauthenticationReason } from "@/domain/lab-connection/status";
import { warningMailsDue } from "@/domain/lab-connection/warnings";
import { queueMail } from "@/features/notifications/queue-delivery";
import { colleagueMailboxes } from "@/features/people/colleague-mailboxes";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import { formatDayTime } from "@/lib/format-time";
import type { Services } from "@/server/services";
import { labFacts } from "./lab-integration";

/** The mail has a sentence for each. */
const momentOf = {
  periodic: "periodicAt",
  inactive: "inactiveAt",
  cut_over: "cutOverAt",
  refused_by_lab: "refusedAt",
} as const satisfies Record<ReauthenticationReason, string>;

interface Notice {
  readonly kind: ReauthenticationReason;
  readonly dueAt: Temporal.Instant;
  /** 0: the date has passed. */
  readonly daysBefore: number;
}

/**
 * Mails each orthodontist before a connection of theirs needs a new sign-in, once per due date and number of days
 * (R45), and once when the date has passed and nobody has signed in (R47). Answers how many were mailed.
 */
export function sweepLabNotices(services: Services): Promise<number> {
  return inEveryPractice(services, (_, practice) =>
    inPractice(services.db, practice.id, (tx) => noticesOf(tx, services, practice)),
  );
}

async function noticesOf(tx: Tx, services: Services, { id, zone }: PracticeFacts): Promise<number> {
  const practiceId = id;
  const enabled = await tx.practiceLab.findMany({
    where: { practiceId, disabledAt: null },
    select: { labId: true },
  });
  const labs = await tx.lab.findMany({ where: { id: { in: enabled.map(({ labId }) => labId) } } });
  const connections = await tx.labConnection.findMany({
    where: {
      practiceId,
      labId: { in: labs.map((lab) => lab.id) },
      disabledAt: null,
      lastAuthenticatedAt: { not: null },
      practitioner: { archivedAt: null, personId: { not: null } },
    },
    include: { practitioner: { select: { personId: true } } },
  });
  let mailed = 0;
  for (const connection of connections) {
    const lab = labs.find((one) => one.id === connection.labId);
    const personId = connection.practitioner.personId;
    if (!lab || personId === null) continue;
    for (const notice of noticesDue(labFacts(lab, connection), services.now)) {
      if (!(await isFirst(tx, services, practiceId, connection.id, notice))) continue;
      const [mailbox] = await colleagueMailboxes(tx, practiceId, [personId]);
      if (!mailbox) continue;
      mailed += 1;
      const at = formatDayTime(notice.dueAt.toString(), zone, mailbox.language);
      await queueMail(tx, services, {
        purpose: notice.daysBefore === 0 ? "lab_connection_lapsed" : "lab_sign_in_due",
        practiceId,
        personId,
        to: mailbox.address,
        language: mailbox.language,
        values: { lab: lab.name, [momentOf[notice.kind]]: at },
      });
    }
  }
  return mailed;
}

function noticesDue(facts: ReturnType<typeof labFacts>, now: Temporal.Instant): Notice[] {
  const status = labConnectionStatus(facts, now);
  if (status.state === "reauthentication_required")
    return [{ kind: status.reason, dueAt: status.since, daysBefore: 0 }];
  return warningMailsDue(facts, now).map(({ dueReason, dueAt, daysBefore }) => ({
    kind: dueReason,
    dueAt,
    daysBefore,
  }));
}

/** Whoever notes it mails it; several workers walk at once. */
async function isFirst(
  tx: Tx,
  { random, now }: Services,
  practiceId: string,
  connectionId: string,
  { kind, dueAt, daysBefore }: Notice,
): Promise<boolean> {
  const { count } = await tx.labNotice.createMany({
    data: [
      {
        practiceId,
        id: random.uuid(),
        connectionId,
        kind,
        dueAt: fromInstant(dueAt),
        daysBefore,
        createdAt: fromInstant(now),
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}
