import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { toInstant } from "@/db/time";
import { nextStep } from "@/domain/registration/steps";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { isStillTheirs, type LockedRecord, lockRecord } from "../logins/lock-record";
import { moveOn } from "../own-registration";
import { mailContinueLink } from "./mail-continue-link";

type ChooseRefusal = "not_found" | "already_decided" | "registration_over" | "record_changed";

/** Which of the records that match a waiting registration belongs to. */
export interface RecordChoice {
  /** The failed registration, locked by the caller, who marks it as repaired. */
  readonly entry: {
    readonly practiceId: string;
    readonly cause: string;
    readonly registrationId: string | null;
    readonly candidateIds: readonly string[];
  };
  readonly patientId: string;
}

/**
 * R5: staff decide between the records that match. The registration goes on at its password, on the page that waits or
 * by the mail that goes out. Refusals: `not_found` (a record that does not match), `already_decided`,
 * `registration_over` (a login link helps instead), `record_changed`.
 */
export async function chooseRecord(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { entry, patientId }: RecordChoice,
): Promise<Result<{ readonly patientId: string }, ChooseRefusal>> {
  const { practiceId, cause, registrationId, candidateIds } = entry;
  if (practiceId !== actor.practiceId) return refused("not_found");
  if (cause !== "two_records") return refused("not_found");
  if (registrationId === null) return refused("registration_over");
  if (!candidateIds.includes(patientId)) return refused("not_found");
  const record = await lockRecord(tx, practiceId, patientId);
  if (!record) return refused("not_found");
  const going = await letGoOn(tx, services, practiceId, registrationId, record);
  if (!going.ok) return going;
  await recordAudit(tx, services, auditActor(actor), {
    action: "registration.record_chosen",
    practiceId,
    objectKind: "registration",
    objectId: going.value.registrationId,
    patientId,
  });
  await mailContinueLink(tx, services, actor, record);
  return ok({ patientId });
}

/** Gives the registration its record and moves it on, if it still waits and the record still fits. */
async function letGoOn(
  tx: Tx,
  services: Services,
  practiceId: string,
  registrationId: string,
  record: LockedRecord,
): Promise<Result<{ readonly registrationId: string }, ChooseRefusal>> {
  const registration = await identityIn(tx).registration.findFirst({
    where: { id: registrationId, practiceId, movedAt: null },
    select: { id: true, step: true, mobile: true, expiresAt: true },
  });
  const isOver =
    registration === null ||
    toInstant(registration.expiresAt).epochMilliseconds <= services.now.epochMilliseconds;
  if (isOver) return refused("registration_over");
  if (!isStillTheirs(record, registration) || record.portalStatus === "registered")
    return refused("record_changed");
  const next = nextStep("self", registration.step, "decide");
  if (!next.ok) return refused("already_decided");
  const change = { outcome: "one" as const, patientId: record.id };
  const moved = await moveOn(tx, services, registration, next.value, change);
  return moved ? ok({ registrationId }) : refused("already_decided");
}
