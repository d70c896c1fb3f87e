import * as z from "zod";
import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { admitText } from "@/features/access/codes/sms-cap";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { createLoginLinkIn } from "@/features/login-links/create-login-link";
import { mailPurposes, smsPurposes } from "@/features/notifications/purposes";
import {
  queueMail,
  queuePmsUpdate,
  queueRecordChanges,
  queueSms,
} from "@/features/notifications/queue-delivery";
import { practiceById } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import type { attendRefusals } from "./refusals";
import { resendingOf } from "./resending";

type AttendRefusal = keyof typeof attendRefusals;
type Attended = { readonly how: "resent" | "linked" | "dismissed" };
type Answer = Result<Attended, AttendRefusal>;

/**
 * S17: staff send a given-up mail, text or PMS update again, once however often it is pressed, or say that it needs
 * nothing. A login link cannot be sent again, its secret is gone: a new one takes its place by the same way.
 */
export async function attendDelivery(
  services: Services,
  actor: ClinicActor,
  { id, action }: { readonly id: string; readonly action: "resend" | "dismiss" },
): Promise<Answer> {
  const { practiceId } = actor;
  const practice = await practiceById(services, practiceId);
  if (!practice) return refused("not_found");
  return inPracticeOrNothing<Answer>(services.db, practiceId, async (tx) => {
    const given = await tx.delivery.findUnique({ where: { practiceId_id: { practiceId, id } } });
    if (!given) return refused("not_found");
    const way = given.emptiedAt === null ? resendingOf(given, services.now) : "none";
    if (action === "resend" && way === "none") return refused("cannot_resend");
    const how = action === "dismiss" ? "dismissed" : way === "link" ? "linked" : "resent";
    const claimed = await claim(tx, services, actor, id, how);
    if (!claimed) return refused("already_attended");
    const { patientId } = given;
    if (how === "linked") {
      const deliver = given.kind === "mail" ? ("mail" as const) : ("sms" as const);
      const wish = { id: patientId ?? "", deliver };
      const made = await createLoginLinkIn(tx, services, actor, practice, wish);
      if (!made.ok) throw new RolledBack<Answer>(made);
    }
    if (how === "resent") {
      const resent = await sendAgain(tx, services, given);
      if (!resent.ok) throw new RolledBack<Answer>(resent);
      await tx.delivery.update({
        where: { practiceId_id: { practiceId, id } },
        data: { resentAsId: resent.value },
        select: { id: true },
      });
    }
    await recordAudit(tx, services, auditActor(actor), {
      action: "delivery.attended",
      practiceId,
      objectKind: "delivery",
      objectId: id,
      ...(patientId !== null && { patientId }),
      detail: { kind: given.kind, purpose: given.purpose, how },
    });
    return ok({ how });
  });
}

/** One guarded update: of two who press, one sends. */
async function claim(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  id: string,
  how: string,
): Promise<boolean> {
  const { practiceId, personId } = actor;
  const { count } = await tx.delivery.updateMany({
    where: { practiceId, id, state: "undelivered", attendedAt: null, emptiedAt: null },
    data: { attendedAt: fromInstant(services.now), attendedByPersonId: personId, attendedHow: how },
  });
  return count === 1;
}

type Given = NonNullable<Awaited<ReturnType<Tx["delivery"]["findUnique"]>>>;

const contentShape = z.object({ values: z.record(z.string(), z.union([z.string(), z.number()])) });

/** A row of its own: every text is counted, and a mail that is sent again is another mail (R51). */
async function sendAgain(
  tx: Tx,
  services: Services,
  given: Given,
): Promise<Result<string, AttendRefusal>> {
  const { practiceId, patientId, personId, language } = given;
  if (given.kind === "pms_update") {
    if (patientId === null) return refused("cannot_resend");
    const queueAgain = given.purpose === "record_changes" ? queueRecordChanges : queuePmsUpdate;
    return ok(await queueAgain(tx, services, { practiceId, patientId }));
  }
  const outgoing = {
    practiceId,
    to: given.recipient ?? "",
    language,
    patientId: patientId ?? undefined,
    personId: personId ?? undefined,
    values: contentShape.parse(given.content).values,
    ...(given.expiresAt && { expiresAt: toInstant(given.expiresAt) }),
  };
  if (given.kind === "mail") {
    const purpose = mailPurposes.find((known) => known === given.purpose);
    if (!purpose) return refused("cannot_resend");
    return ok(await queueMail(tx, services, { ...outgoing, purpose }));
  }
  const purpose = smsPurposes.find((known) => known === given.purpose);
  if (!purpose) return refused("cannot_resend");
  const admitted = await admitText(tx, services, practiceId);
  if (!admitted.ok) return admitted;
  return ok(await queueSms(tx, services, { ...outgoing, purpose }));
}
