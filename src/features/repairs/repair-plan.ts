import type { Tx } from "@/db/client";
import type { ClinicActor } from "@/features/access/actors";
import { lockedLogins } from "@/features/access/lock/locked-logins";
import { loginNames, personNames } from "@/features/registration/logins/login-facts";
import { formatPhone } from "@/lib/phone";
import type { Services } from "@/server/services";
import { type Candidate, candidatesOf, type FailedEntry } from "./candidates";
import { whyTextUndelivered } from "./why-undelivered";

/** The one action that repairs a failed registration (R8), with all that is said before it is done. */
export type RepairPlan =
  | {
      readonly action: "move_number";
      readonly patientId: string;
      readonly field: "home" | "work";
      readonly number: string;
      /** The number that stands in the mobile field now and changes places with it. */
      readonly former: string | null;
    }
  | { readonly action: "choose_record"; readonly candidates: readonly Candidate[] }
  /** A login link for the record as it is; or the record is corrected, once staff are sure of it. */
  | { readonly action: "link_or_correct"; readonly candidates: readonly Candidate[] }
  | { readonly action: "set_mobile"; readonly patientId: string; readonly former: string | null }
  | {
      readonly action: "unarchive";
      readonly patientId: string;
      readonly reason: string;
      readonly mayDo: boolean;
      readonly admins: readonly string[];
    }
  | {
      readonly action: "unlock";
      readonly lockedUntilAt: string | null;
      readonly failures: number;
    }
  | {
      readonly action: "new_link";
      readonly patientId: string;
      readonly deliver: "mail" | "sms";
      readonly to: string;
      /** Why a text did not arrive; null where a link had expired. */
      readonly why: string | null;
    }
  | {
      /** They have a login: they log in with it, or a link sets a new password. */
      readonly action: "help_in";
      readonly patientId: string;
      readonly loginName: string;
      /** Where the link goes by text; null without a mobile on the record. */
      readonly to: string | null;
    }
  | { readonly action: "find" };

const find = { action: "find" } as const;

/** R8: what repairs this entry, from what the records say now, not when it failed. `find`: staff look for the record. */
export async function planRepair(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  entry: FailedEntry,
): Promise<RepairPlan> {
  const { practiceId } = actor;
  if (entry.cause === "two_records" || entry.cause === "no_record") {
    const candidates = await candidatesOf(tx, entry);
    if (candidates.length === 0) return find;
    const isTwo = entry.cause === "two_records";
    return { action: isTwo ? "choose_record" : "link_or_correct", candidates };
  }
  const record = entry.patientId === null ? null : await recordOf(tx, practiceId, entry.patientId);
  if (!record) return find;
  switch (entry.cause) {
    case "wrong_number_field":
      return moveNumber(record, entry.mobile);
    case "landline":
      return setMobile(record);
    case "archived":
      return unarchive(tx, actor, record);
    case "locked":
      return unlock(tx, services, practiceId, record);
    case "already_registered":
      return helpIn(tx, record);
    case "link_expired":
    case "text_undelivered":
      return newLink(tx, practiceId, record, entry);
  }
}

function recordOf(tx: Tx, practiceId: string, id: string) {
  return tx.patient.findUnique({
    where: { practiceId_id: { practiceId, id } },
    select: {
      id: true,
      email: true,
      mobilePhone: true,
      homePhone: true,
      workPhone: true,
      loginId: true,
      archivedReason: true,
    },
  });
}

type PlannedRecord = NonNullable<Awaited<ReturnType<typeof recordOf>>>;

const mobileOf = ({ mobilePhone }: PlannedRecord) => mobilePhone && formatPhone(mobilePhone);

function moveNumber(record: PlannedRecord, mobile: string): RepairPlan {
  const field = record.homePhone === mobile ? "home" : "work";
  if (field === "work" && record.workPhone !== mobile) return find;
  const [number, former] = [formatPhone(mobile), mobileOf(record)];
  return { action: "move_number", patientId: record.id, field, number, former };
}

function setMobile(record: PlannedRecord): RepairPlan {
  return { action: "set_mobile", patientId: record.id, former: mobileOf(record) };
}

async function unarchive(
  tx: Tx,
  { practiceId, role }: ClinicActor,
  { id: patientId, archivedReason }: PlannedRecord,
): Promise<RepairPlan> {
  const mayDo = role === "admin";
  const admins = mayDo ? [] : await adminsOf(tx, practiceId);
  return { action: "unarchive", patientId, reason: archivedReason ?? "", mayDo, admins };
}

async function unlock(
  tx: Tx,
  services: Services,
  practiceId: string,
  record: PlannedRecord,
): Promise<RepairPlan> {
  const locks = await lockedLogins(tx, services, practiceId);
  const lock = locks.find(({ loginId }) => loginId === record.loginId);
  return {
    action: "unlock",
    lockedUntilAt: lock?.lockedUntilAt ?? null,
    failures: lock?.failures ?? 0,
  };
}

async function helpIn(tx: Tx, record: PlannedRecord): Promise<RepairPlan> {
  const names = await loginNames(tx, record.loginId === null ? [] : [record.loginId]);
  const [loginName] = names.values();
  if (loginName === undefined) return find;
  return { action: "help_in", patientId: record.id, loginName, to: mobileOf(record) };
}

/** By the other way where a text did not arrive; without an address for it the mobile comes first. */
async function newLink(
  tx: Tx,
  practiceId: string,
  record: PlannedRecord,
  entry: FailedEntry,
): Promise<RepairPlan> {
  const isText = entry.cause === "text_undelivered";
  const byMail = isText || record.mobilePhone === null;
  const to = byMail ? record.email : mobileOf(record);
  if (to === null) return setMobile(record);
  const why = isText ? await whyTextUndelivered(tx, practiceId, entry) : null;
  const deliver = byMail ? "mail" : "sms";
  return { action: "new_link", patientId: record.id, deliver, to, why };
}

async function adminsOf(tx: Tx, practiceId: string): Promise<string[]> {
  const admins = await tx.membership.findMany({
    where: { practiceId, role: "admin", endedAt: null },
    orderBy: { createdAt: "asc" },
    take: 3,
    select: { personId: true },
  });
  const names = await personNames(
    tx,
    admins.map(({ personId }) => personId),
  );
  return [...names.values()];
}
