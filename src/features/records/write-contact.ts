import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromDay, fromInstant } from "@/db/time";
import { latinLetters } from "@/domain/access/latin-letters";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import {
  followContactChange,
  followNameChange,
} from "@/features/registration/logins/follow-contact-change";
import type { lockRecord } from "@/features/registration/logins/lock-record";
import type { Services } from "@/server/services";
import { tellPracticeSystem } from "./tell-practice-system";

export type LockedRecord = NonNullable<Awaited<ReturnType<typeof lockRecord>>>;

/** New values of a record; what is left out stays. Numbers are E.164 and have been judged. */
export interface RecordChange {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly preferredName?: string | null;
  /** Their orthodontist; a practitioner's id. */
  readonly practitionerId?: string | null;
  readonly dateOfBirth?: Temporal.PlainDate;
  readonly email?: string | null;
  readonly mobilePhone?: string | null;
  readonly homePhone?: string | null;
  readonly workPhone?: string | null;
}

/**
 * Writes a change of a locked record by staff (R17, S8): audited by the names of its fields, told to the PMS; an
 * address that changes is no longer verified, and login links die. Answers the fields that differ from before.
 */
export async function writeContact(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  record: LockedRecord,
  change: RecordChange,
  because: string,
): Promise<string[]> {
  const { practiceId, id: patientId } = record;
  const where = { practiceId_id: { practiceId, id: patientId } };
  const before = await tx.patient.findUniqueOrThrow({ where });
  const wanted = {
    ...change,
    ...(change.dateOfBirth && { dateOfBirth: fromDay(change.dateOfBirth) }),
  };
  const differing = Object.entries(wanted).filter(
    ([field, value]) => text(before[field as keyof typeof before]) !== text(value),
  );
  const changed = differing.map(([field]) => field);
  if (changed.length === 0) return [];
  const has = (field: keyof RecordChange) => changed.includes(field);
  const { firstName = before.firstName, lastName = before.lastName } = change;
  await tx.patient.update({
    where,
    data: {
      ...Object.fromEntries(differing),
      ...(has("email") && { emailVerifiedAt: null }),
      ...(has("mobilePhone") && { mobileVerifiedAt: null }),
      ...((has("firstName") || has("lastName")) && {
        searchName: latinLetters(`${firstName} ${lastName}`),
      }),
      updatedAt: fromInstant(services.now),
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "record.changed",
    practiceId,
    objectKind: "patient",
    objectId: patientId,
    patientId,
    detail: { fields: changed, because },
  });
  if (has("email") || has("mobilePhone")) {
    await followContactChange(tx, services, {
      practiceId,
      patientId,
      loginId: record.loginId,
      ...(has("email") && { email: change.email ?? null }),
      ...(has("mobilePhone") && { mobile: change.mobilePhone ?? null }),
    });
  }
  const named = ["firstName", "lastName", "dateOfBirth"] as const;
  if (record.personId !== null && named.some(has)) {
    const names = differing.filter(([field]) => named.some((known) => known === field));
    await followNameChange(tx, record.personId, Object.fromEntries(names));
  }
  await tellPracticeSystem(
    tx,
    services,
    { practiceId, patientId, personId: actor.personId },
    differing.map(([field, after]) => ({
      field,
      before: text(before[field as keyof typeof before]),
      after: text(after),
    })),
  );
  return changed;
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
