import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { labConnectionStatus } from "@/domain/lab-connection/status";
import { connectionWith } from "@/features/lab-connection/connection-of-case";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import { enqueue } from "@/jobs/queue";
import type { Services } from "@/server/services";
import { moveCase } from "../move-case";
import { type CaseTrouble, whyHeld } from "./case-trouble";
import { type CasesOf, holdQueued, releaseHeld } from "./hold-and-release";
import { sendQueued } from "./send-or-hold";
import { tellNotSent } from "./tell-not-sent";

/**
 * Looks after what would otherwise hang (R46): holds queued cases whose connection lapsed, releases held ones whose
 * connection is ready, doubts what was sent and never confirmed while it had lapsed, and gives a queued case without a
 * delivery its own. Answers how many cases it dealt with.
 */
export function sweepLabCases(services: Services): Promise<number> {
  return inEveryPractice(services, async (_, { id: practiceId }) => {
    const waiting = await inPractice(
      services.db,
      practiceId,
      (tx) => tx.$queryRaw<CasesOf[]>`
        select distinct practice_id as "practiceId", practitioner_id as "practitionerId", lab_id as "labId"
        from tenant.lab_case where practice_id = ${practiceId}::uuid
          and state in ('queued', 'held_for_reauthentication', 'sending', 'sent')`,
    );
    let dealtWith = 0;
    for (const whose of waiting)
      dealtWith += await inPractice(services.db, practiceId, (tx) => sweepOne(tx, services, whose));
    return dealtWith;
  });
}

async function sweepOne(tx: Tx, services: Services, whose: CasesOf): Promise<number> {
  const connection = await connectionWith(tx, whose);
  const trouble = connection
    ? whyHeld(labConnectionStatus(connection.facts, services.now))
    : "never_connected";
  if (trouble !== null) {
    const held = await holdQueued(tx, services, whose, trouble);
    return held + (await doubtSent(tx, services, whose, "sent_while_lapsed"));
  }
  return (await releaseHeld(tx, services, whose)) + (await sendForgotten(tx, services, whose));
}

/** Sent, not confirmed, and then the connection lapsed: whether it got there is asked after the next sign-in. */
async function doubtSent(
  tx: Tx,
  services: Services,
  whose: CasesOf,
  trouble: CaseTrouble,
): Promise<number> {
  const { practiceId } = whose;
  const sent = await tx.labCase.findMany({
    where: { ...whose, state: "sent" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let doubted = 0;
  for (const { id: caseId } of sent) {
    const subject = { practiceId, caseId };
    const move = { event: "doubt_delivery", mover: { by: "portal" }, reason: trouble } as const;
    const moved = await moveCase(tx, services, subject, move);
    if (!moved.ok) continue;
    await tellNotSent(tx, services, subject, trouble);
    doubted += 1;
  }
  return doubted;
}

async function sendForgotten(tx: Tx, services: Services, whose: CasesOf): Promise<number> {
  const { practiceId } = whose;
  const forgotten = await tx.labCase.findMany({
    where: {
      ...whose,
      state: { in: ["queued", "sending"] },
      deliveries: {
        none: {
          kind: "lab_case",
          purpose: { in: ["case_submitted", "case_records"] },
          state: { in: ["queued", "sending"] },
        },
      },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id: caseId } of forgotten) await sendQueued(tx, services, { practiceId, caseId });
  return forgotten.length;
}

/** Wakes the reading of every lab that has cases which are not over (R48). Answers how many connections. */
export function wakeLabReading(services: Services): Promise<number> {
  return inEveryPractice(services, (_, { id: practiceId }) =>
    inPractice(services.db, practiceId, async (tx) => {
      const open = await tx.$queryRaw<{ id: string }[]>`
        select n.id from tenant.lab_connection n
        where n.practice_id = ${practiceId}::uuid and n.disabled_at is null and n.sealed_tokens is not null
          and (n.webhook_registered_at is null or exists (select from tenant.lab_case c
            where c.practice_id = n.practice_id and c.practitioner_id = n.practitioner_id and c.lab_id = n.lab_id
              and c.state not in ('draft', 'queued', 'completed', 'cancelled', 'rejected', 'in_treatment')))`;
      for (const { id: connectionId } of open)
        await enqueue(tx, "follow_lab", { practiceId, connectionId });
      return open.length;
    }),
  );
}
