import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { fromDay, toDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { decideChange, type Terms } from "@/domain/guardians/change";
import { ageStage } from "@/domain/guardians/own-login-age";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { queueMail } from "@/features/notifications/queue-delivery";
import { mailAddressesOf } from "@/features/people/mail-addresses";
import type { Services } from "@/server/services";
import { ageOfOwnLogin } from "./age-setting";
import { lockGuardianship } from "./lock-guardianship";
import type { changeRefusals } from "./refusals";
import type { changeSchema } from "./schema";
import { todayOf } from "./today-of";

type Wish = z.output<typeof changeSchema> & { readonly id: string };
type Answer = Result<{ changed: string[] }, keyof typeof changeRefusals>;

/**
 * R10: staff change what a guardian may do, or until when, with a reason that stays with the practice. It counts from
 * the next request on, in every open session. The guardian is told by mail, and a patient who has a login of their own.
 */
export async function changeGuardianship(
  services: Services,
  actor: ClinicActor,
  { id, reason, seen, ...wished }: Wish,
): Promise<Answer> {
  const { practiceId } = actor;
  const today = todayOf(services, actor);
  const wish = termsOf(wished);
  return inPractice<Answer>(services.db, practiceId, async (tx) => {
    const locked = await lockGuardianship(tx, practiceId, id);
    if (!locked) return refused("not_found");
    const { patientId, guardianPersonId } = locked;
    const now = { ...locked, fromOn: toDay(locked.fromOn), untilOn: dayOrNull(locked.untilOn) };
    if (locked.endedAt !== null || (await isGrown(tx, practiceId, patientId, today)))
      return refused("already_over");
    const decided = decideChange(now, termsOf(seen), wish, today);
    if (!decided.ok) return decided;
    const changed = decided.value;
    if (changed.length === 0) return ok({ changed: [] });
    await tx.guardianship.update({
      where: { practiceId_id: { practiceId, id } },
      data: { rights: wish.rights, untilOn: wish.untilOn && fromDay(wish.untilOn) },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "guardian.changed",
      practiceId,
      objectKind: "guardianship",
      objectId: id,
      patientId,
      detail: { before: inWords(now), after: inWords(wish), reason },
    });
    await tell(tx, services, practiceId, patientId, guardianPersonId);
    return ok({ changed: [...changed] });
  });
}

function termsOf({ rights, untilOn }: z.output<typeof changeSchema>["seen"]): Terms {
  return { rights, untilOn: untilOn === undefined ? null : Temporal.PlainDate.from(untilOn) };
}

function inWords({ rights, untilOn }: Terms): string {
  return untilOn === null ? rights : `${rights} until ${untilOn.toString()}`;
}

function dayOrNull(date: Date | null): Temporal.PlainDate | null {
  return date && toDay(date);
}

async function isGrown(
  tx: Tx,
  practiceId: string,
  patientId: string,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const age = await ageOfOwnLogin(tx, practiceId);
  const { dateOfBirth } = await tx.patient.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: patientId } },
    select: { dateOfBirth: true },
  });
  return ageStage(toDay(dateOfBirth), age, today) === "grown";
}

/** Without a name in it (S23). Who has not registered yet has nothing that changed, and reads the terms when they have. */
async function tell(
  tx: Tx,
  services: Services,
  practiceId: string,
  patientId: string,
  guardianPersonId: string,
): Promise<void> {
  const { personId } = await tx.patient.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: patientId } },
    select: { personId: true },
  });
  const told = personId === null ? [guardianPersonId] : [guardianPersonId, personId];
  for (const { personId: to, email, language } of await mailAddressesOf(tx, told))
    await queueMail(tx, services, {
      purpose: to === guardianPersonId ? "guardian_changed" : "own_guardian_changed",
      practiceId,
      to: email,
      language,
      personId: to,
    });
}
