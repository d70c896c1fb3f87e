import type { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type { Tx } from "@/db/client";
import { fromDay, fromInstant } from "@/db/time";
import { latinLetters } from "@/domain/access/latin-letters";
import { isSimilarRecord } from "@/domain/records/similar-record";
import { foldEmail } from "@/domain/registration/matching";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import { practiceById } from "@/features/practices/current-practice";
import { findRecords } from "@/features/registration/details/find-records";
import { issueLogin } from "@/features/registration/logins/issue-login";
import type { Services } from "@/server/services";
import { areRecordsOurs } from "./own-records";
import { readBirthDate, readPractitioner } from "./read-identity";
import { type NumberRefusal, type ReadNumbers, readNumbers } from "./read-numbers";
import type { createRecordSchema } from "./record-schema";

type Wish = z.output<typeof createRecordSchema>;
export type CreateRecordRefusal =
  | NumberRefusal
  | "birth_date_wrong"
  | "practitioner_unknown"
  | "kept_in_pms"
  | "similar_records"
  | "idempotency_key_reused";

/**
 * A new record of the practice, with the login name that is issued with it (R12, R52). Numbers are judged as at
 * registration. Refusals: `kept_in_pms` where the practice's own system makes the records (R49); `similar_records` with
 * `detail.records` while somebody alike is there and nobody has looked.
 */
export async function createRecord(
  services: Services,
  actor: ClinicActor,
  wish: Wish,
): Promise<Result<{ id: string; loginName: string }, CreateRecordRefusal>> {
  const practice = await practiceById(services, actor.practiceId);
  if (!practice) throw new Error("a practice without a row");
  const today = services.now.toZonedDateTimeISO(actor.zone).toPlainDate();
  const birth = readBirthDate(wish.dateOfBirth, today);
  if (!birth.ok) return birth;
  const { mobile, home, work } = wish;
  const numbers = await readNumbers(services, practice, { mobile, home, work });
  if (!numbers.ok) return numbers;
  return submitOnce<ClinicActor, Wish, { id: string; loginName: string }, CreateRecordRefusal>(
    services,
    actor,
    "POST /api/patients",
    wish,
    (tx) =>
      write(tx, services, actor, { wish, dateOfBirth: birth.value, ...numbers.value }, practice),
  );
}

interface Judged extends ReadNumbers {
  readonly wish: Wish;
  readonly dateOfBirth: Temporal.PlainDate;
}

async function write(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { wish, dateOfBirth, ...numbers }: Judged,
  { language }: { readonly language: string },
): Promise<Result<{ id: string; loginName: string }, CreateRecordRefusal>> {
  const { practiceId } = actor;
  if (!(await areRecordsOurs(tx, practiceId))) return refused("kept_in_pms");
  // One after the other, so that two desks do not both find nobody alike.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`records:${practiceId}`}, 0))`;
  const { firstName, lastName } = wish;
  const mobile = numbers.mobilePhone ?? null;
  const identity = { firstName, lastName, dateOfBirth, mobile };
  const records = await similarRecords(tx, practiceId, identity);
  if (records.length > 0 && !wish.evenIfSimilar) return refused("similar_records", { records });
  const practitioner = await readPractitioner(tx, practiceId, wish.practitionerId);
  if (!practitioner.ok) return practitioner;
  const id = services.random.uuid();
  const at = fromInstant(services.now);
  const email = wish.email === "" ? null : foldEmail(wish.email);
  const record = {
    practiceId,
    id,
    firstName,
    lastName,
    preferredName: wish.preferredName || null,
    dateOfBirth: fromDay(dateOfBirth),
  };
  await tx.patient.create({
    data: {
      ...record,
      ...numbers,
      searchName: latinLetters(`${firstName} ${lastName}`),
      email,
      practitionerId: practitioner.value,
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true },
  });
  const unnamed = { ...record, email, mobilePhone: mobile, loginId: null, personId: null };
  const { loginName } = await issueLogin(tx, services, unnamed, language);
  await recordAudit(tx, services, auditActor(actor), {
    action: "record.created",
    practiceId,
    objectKind: "patient",
    objectId: id,
    patientId: id,
    detail: { alike: records.length },
  });
  return ok({ id, loginName });
}

const MOST_SHOWN = 5;

async function similarRecords(
  tx: Tx,
  practiceId: string,
  wanted: Parameters<typeof isSimilarRecord>[0],
) {
  const { dateOfBirth, mobile } = wanted;
  const near = await findRecords(tx, practiceId, { dateOfBirth, mobile: mobile ?? "" });
  return near
    .filter((record) => isSimilarRecord(wanted, record))
    .slice(0, MOST_SHOWN)
    .map(({ id, firstName, lastName, dateOfBirth: day, isArchived }) => ({
      id,
      name: `${firstName} ${lastName}`,
      dateOfBirth: day.toString(),
      isArchived,
    }));
}
