import type { Tx } from "@/db/client";
import { ok, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { unlockLoginIn } from "@/features/access/lock/unlock-login";
import { createLoginLinkIn } from "@/features/login-links/create-login-link";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { restoreLocked } from "@/features/records/restore-record";
import { chooseRecord } from "@/features/registration/failed/choose-record";
import { lockRecord } from "@/features/registration/logins/lock-record";
import type { Services } from "@/server/services";
import { nearRecords, sameRecords } from "./candidates";
import type { Repair } from "./repair";

/**
 * R5: staff say which of the matching records it is, and the registration goes on. When it is over by now, was never
 * kept, or the record has a login already, a login link by text helps instead.
 */
export const chooseForThem: Repair = async (tx, services, actor, { practice, entry, wish }) => {
  const { patientId } = wish;
  if (patientId === undefined) return refused("record_needed");
  const chosen = await chooseRecord(tx, services, actor, { entry, patientId });
  if (chosen.ok) return chosen;
  switch (chosen.reason) {
    case "registration_over": {
      if (!(await sameRecords(tx, entry)).includes(patientId)) return refused("does_not_fit");
      return textLink(tx, services, actor, practice, patientId);
    }
    case "record_changed": {
      const record = await lockRecord(tx, entry.practiceId, patientId);
      if (record?.portalStatus !== "registered") return refused("does_not_fit");
      return textLink(tx, services, actor, practice, patientId);
    }
    case "not_found":
      return refused("not_found");
    case "already_decided":
      return refused("already_repaired");
  }
};

async function textLink(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  practice: PracticeFacts,
  patientId: string,
): ReturnType<Repair> {
  const link = { id: patientId, deliver: "sms" } as const;
  const made = await createLoginLinkIn(tx, services, actor, practice, link);
  return made.ok ? ok({ patientId, how: "new_link" }) : made;
}

/**
 * R7: a login link, by the way that works: the last one had expired, a text did not arrive, they have a login already,
 * or a detail was typed wrong and the record is right. It goes to what stands on the record, never to what was typed.
 */
export const newLink: Repair = async (tx, services, actor, { practice, entry, wish }) => {
  const isNear = entry.cause === "no_record";
  const patientId = isNear ? (wish.patientId ?? null) : entry.patientId;
  if (patientId === null) return refused(isNear ? "record_needed" : "does_not_fit");
  if (isNear && !(await nearRecords(tx, entry)).some(({ recordId }) => recordId === patientId)) {
    return refused("does_not_fit");
  }
  const link = { id: patientId, deliver: wish.deliver ?? "sms" } as const;
  const made = await createLoginLinkIn(tx, services, actor, practice, link);
  return made.ok ? ok({ patientId }) : made;
};

/** R14: lifts the lock of the record's login, with a reason. */
export const unlockThem: Repair = async (tx, services, actor, { entry, wish }) => {
  const { practiceId, patientId } = entry;
  if (wish.reason === undefined) return refused("reason_needed");
  if (patientId === null) return refused("does_not_fit");
  const record = await lockRecord(tx, practiceId, patientId);
  if (!record?.loginId) return refused("does_not_fit");
  const lock = { id: record.loginId, reason: wish.reason };
  const unlocked = await unlockLoginIn(tx, services, actor, lock);
  return unlocked.ok ? ok({ patientId }) : unlocked;
};

/** R9: back from the archive, with a portal again. An admin decides that. */
export const unarchive: Repair = async (tx, services, actor, { entry }) => {
  const { practiceId, patientId } = entry;
  if (actor.role !== "admin") return refused("admin_needed");
  if (patientId === null) return refused("does_not_fit");
  const record = await lockRecord(tx, practiceId, patientId);
  if (!record) return refused("not_found");
  if (record.archivedAt === null) return ok({ patientId });
  await restoreLocked(tx, services, actor, patientId);
  return ok({ patientId });
};
