import type { Tx } from "@/db/client";
import type { FailedRegistrationCause } from "@/db/generated/enums";
import { toDay } from "@/db/time";
import {
  type Difference,
  matchRecord,
  type NearMiss,
  type RegistrationDetails,
} from "@/domain/registration/matching";
import { findRecords } from "@/features/registration/details/find-records";
import { loginNames } from "@/features/registration/logins/login-facts";
import { formatPhone } from "@/lib/phone";
import { shortDate } from "@/lib/short-day";

/** A record that may be meant, as staff tell records apart. */
export interface Candidate {
  readonly patientId: string;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  readonly street: string | null;
  readonly postcode: string | null;
  /** Null before the record has got one. */
  readonly loginName: string | null;
  readonly isRegistered: boolean;
  /** The record's mobile, where a login link goes while the record stays as it is; null without one. */
  readonly mobile: string | null;
  readonly orthodontist: string | null;
  /** What the record says now and what was typed, where one of the four details differs. */
  readonly difference: { detail: Detail; now: string | null; becomes: string } | null;
}
type Detail = "name" | "dateOfBirth" | "email" | "mobile";

/** A failed registration as its row keeps it. */
export interface FailedEntry {
  readonly practiceId: string;
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

const MOST_CANDIDATES = 5;

/** The records that match all four details: as kept when it failed, else as they are now (R5). */
export async function sameRecords(tx: Tx, entry: FailedEntry): Promise<readonly string[]> {
  if (entry.candidateIds.length > 0) return entry.candidateIds;
  const details = detailsOf(entry);
  const match = matchRecord(details, await findRecords(tx, entry.practiceId, details));
  return match.kind === "two" ? match.recordIds : [];
}

/** The records of which one detail alone differs (R5, R8). */
export async function nearRecords(tx: Tx, entry: FailedEntry): Promise<readonly NearMiss[]> {
  const details = detailsOf(entry);
  const match = matchRecord(details, await findRecords(tx, entry.practiceId, details));
  return match.kind === "none" ? match.near : [];
}

/** The records an entry may be about, oldest first. */
export async function candidatesOf(tx: Tx, entry: FailedEntry): Promise<Candidate[]> {
  const isTwo = entry.cause === "two_records";
  const near = isTwo ? [] : await nearRecords(tx, entry);
  const ids = isTwo ? await sameRecords(tx, entry) : near.map(({ recordId }) => recordId);
  const rows = await tx.patient.findMany({
    where: { practiceId: entry.practiceId, id: { in: [...ids] }, archivedAt: null },
    orderBy: { createdAt: "asc" },
    take: MOST_CANDIDATES,
    select: {
      id: true,
      firstName: true,
      lastName: true,
      dateOfBirth: true,
      email: true,
      mobilePhone: true,
      addressLine1: true,
      postcode: true,
      loginId: true,
      portalStatus: true,
      practitioner: { select: { name: true } },
    },
  });
  const names = await loginNames(
    tx,
    rows.flatMap(({ loginId }) => loginId ?? []),
  );
  return rows.map((row) => {
    const differs = near.find(({ recordId }) => recordId === row.id)?.differs;
    return {
      patientId: row.id,
      name: `${row.firstName} ${row.lastName}`,
      dateOfBirth: toDay(row.dateOfBirth).toString(),
      street: row.addressLine1,
      postcode: row.postcode,
      loginName: (row.loginId !== null && names.get(row.loginId)) || null,
      isRegistered: row.portalStatus === "registered",
      mobile: row.mobilePhone && formatPhone(row.mobilePhone),
      orthodontist: row.practitioner?.name ?? null,
      difference: differs ? differenceOf(detailOf(differs), row, entry) : null,
    };
  });
}

export function detailsOf(entry: FailedEntry): RegistrationDetails {
  return { ...entry, dateOfBirth: toDay(entry.dateOfBirth) };
}

export function detailOf(differs: Difference): Detail {
  switch (differs) {
    case "dayMonthSwapped":
      return "dateOfBirth";
    case "namesSwapped":
      return "name";
    default:
      return differs;
  }
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
