import type { Tx } from "@/db/client";
import type { FailedRegistrationCause } from "@/db/generated/enums";
import { toDay } from "@/db/time";
import type { Difference, RegistrationDetails } from "@/domain/registration/matching";
import { matchRecord } from "@/domain/registration/matching";
import type { ClinicActor } from "@/features/access/actors";
import { lockedLogins } from "@/features/access/locked-logins";
import { findRecords } from "@/features/registration/find-records";
import { personNames } from "@/features/registration/login-facts";
import { formatPhone } from "@/lib/phone";
import { shortDate } from "@/lib/short-day";
import type { Services } from "@/server/services";
import { whyTextUndelivered } from "./why-undelivered";

/** A record that may be meant, as staff tell records apart. */
export interface Candidate {
  readonly patientId: string;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  readonly postcode: string | null;
  readonly orthodontist: string | null;
  /** What the record says now and what was typed, where one of the four details differs. */
  readonly difference: { detail: Detail; now: string | null; becomes: string } | null;
}
type Detail = "name" | "dateOfBirth" | "email" | "mobile";

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
  | { readonly action: "correct_record"; readonly candidates: readonly Candidate[] }
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
  | { readonly action: "find" };

export interface FailedEntry {
  readonly cause: FailedRegistrationCause;
  readonly patientId: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Date;
  readonly email: string;
  readonly mobile: string;
  readonly candidateIds: readonly string[];
  readonly deliveryId: string | null;
}

/** R8: what repairs this entry, from what the records say now, not when it failed. `find`: staff look for the record. */
export async function planRepair(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  entry: FailedEntry,
): Promise<RepairPlan> {
  const { practiceId } = actor;
  const find = { action: "find" } as const;
  if (entry.cause === "two_records" || entry.cause === "no_record") {
    const candidates = await candidatesOf(tx, practiceId, entry);
    if (candidates.length === 0) return find;
    const isTwo = entry.cause === "two_records";
    return { action: isTwo ? "choose_record" : "correct_record", candidates };
  }
  if (entry.patientId === null) return find;
  const record = await tx.patient.findUnique({
    where: { practiceId_id: { practiceId, id: entry.patientId } },
    select: {
      id: true,
      email: true,
      mobilePhone: true,
      homePhone: true,
      workPhone: true,
      loginId: true,
      archivedAt: true,
      archivedReason: true,
    },
  });
  if (!record) return find;
  const patientId = record.id;
  const former = record.mobilePhone && formatPhone(record.mobilePhone);
  switch (entry.cause) {
    case "wrong_number_field": {
      const field = record.homePhone === entry.mobile ? "home" : "work";
      if ((field === "home" ? record.homePhone : record.workPhone) !== entry.mobile) return find;
      const number = formatPhone(entry.mobile);
      return { action: "move_number", patientId, field, number, former };
    }
    case "landline":
      return { action: "set_mobile", patientId, former };
    case "archived": {
      const mayDo = actor.role === "admin";
      const admins = mayDo ? [] : await adminsOf(tx, practiceId);
      return {
        action: "unarchive",
        patientId,
        reason: record.archivedReason ?? "",
        mayDo,
        admins,
      };
    }
    case "locked": {
      const locks = await lockedLogins(tx, services, practiceId);
      const lock = locks.find(({ loginId }) => loginId === record.loginId);
      return {
        action: "unlock",
        lockedUntilAt: lock?.lockedUntilAt ?? null,
        failures: lock?.failures ?? 0,
      };
    }
    case "link_expired":
    case "text_undelivered": {
      const isText = entry.cause === "text_undelivered";
      const why = isText ? await whyTextUndelivered(tx, practiceId, entry) : null;
      const byMail = isText || record.mobilePhone === null;
      const to = byMail ? record.email : record.mobilePhone;
      if (to === null) return { action: "set_mobile", patientId, former };
      const deliver = byMail ? "mail" : "sms";
      return { action: "new_link", patientId, deliver, to: byMail ? to : formatPhone(to), why };
    }
  }
}

const MOST_CANDIDATES = 5;

/** The records that were meant, or those of which one detail alone differs (R5, R8). */
async function candidatesOf(tx: Tx, practiceId: string, entry: FailedEntry): Promise<Candidate[]> {
  const details = detailsOf(entry);
  const match = matchRecord(details, await findRecords(tx, practiceId, details));
  const near = match.kind === "none" ? match.near : [];
  const same = match.kind === "two" ? match.recordIds : entry.candidateIds;
  const isTwo = entry.cause === "two_records";
  const ids = isTwo ? same : near.map(({ recordId }) => recordId);
  const rows = await tx.patient.findMany({
    where: { practiceId, id: { in: [...ids] }, archivedAt: null },
    orderBy: { createdAt: "asc" },
    take: MOST_CANDIDATES,
    select: {
      id: true,
      firstName: true,
      lastName: true,
      dateOfBirth: true,
      email: true,
      mobilePhone: true,
      postcode: true,
      practitioner: { select: { name: true } },
    },
  });
  return rows.map((row) => {
    const differs = near.find(({ recordId }) => recordId === row.id)?.differs;
    return {
      patientId: row.id,
      name: `${row.firstName} ${row.lastName}`,
      dateOfBirth: toDay(row.dateOfBirth).toString(),
      postcode: row.postcode,
      orthodontist: row.practitioner?.name ?? null,
      difference: isTwo || !differs ? null : differenceOf(detailOf(differs), row, entry),
    };
  });
}

export function detailsOf(entry: FailedEntry): RegistrationDetails {
  return { ...entry, dateOfBirth: toDay(entry.dateOfBirth) };
}

export function detailOf(differs: Difference): Detail {
  return differs === "dayMonthSwapped" ? "dateOfBirth" : differs;
}

interface Compared {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Date;
  readonly email: string | null;
  readonly mobilePhone: string | null;
}

function differenceOf(detail: Detail, record: Compared, entry: FailedEntry) {
  const day = (date: Date) => shortDate(toDay(date).toString());
  switch (detail) {
    case "name":
      return {
        detail,
        now: `${record.firstName} ${record.lastName}`,
        becomes: `${entry.firstName} ${entry.lastName}`,
      };
    case "dateOfBirth":
      return { detail, now: day(record.dateOfBirth), becomes: day(entry.dateOfBirth) };
    case "email":
      return { detail, now: record.email, becomes: entry.email };
    case "mobile":
      return {
        detail,
        now: record.mobilePhone && formatPhone(record.mobilePhone),
        becomes: formatPhone(entry.mobile),
      };
  }
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
