import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { type PhoneRefused, readMobile } from "@/features/registration/details/mobile-number";
import { parsePhone } from "@/lib/phone";
import type { Services } from "@/server/services";

/** Numbers as typed: one left out stays, an empty one is none. */
export interface TypedNumbers {
  readonly mobile?: string | undefined;
  readonly home?: string | undefined;
  readonly work?: string | undefined;
}

export interface ReadNumbers {
  mobilePhone?: string | null;
  homePhone?: string | null;
  workPhone?: string | null;
}

export type NumberRefusal = PhoneRefused | "home_not_a_number" | "work_not_a_number";

/**
 * Judges numbers for a record, outside of a transaction: Lookup may be asked (R6, S4). With `patientId` a number that
 * stands in that record's mobile field already is not judged again.
 */
export async function readNumbers(
  services: Services,
  practice: PracticeFacts,
  typed: TypedNumbers,
  patientId?: string,
): Promise<Result<ReadNumbers, NumberRefusal>> {
  const numbers: ReadNumbers = {};
  for (const [field, column] of [
    ["home", "homePhone"],
    ["work", "workPhone"],
  ] as const) {
    const text = typed[field];
    if (text === undefined) continue;
    const read = text === "" ? null : parsePhone(text, practice.defaultCountry, []);
    if (read && !read.ok) return refused(`${field}_not_a_number`);
    numbers[column] = read ? read.value.e164 : null;
  }
  const { mobile } = typed;
  if (mobile === "") return ok({ ...numbers, mobilePhone: null });
  if (mobile === undefined) return ok(numbers);
  if (patientId && (await isOnRecord(services, practice, patientId, mobile))) return ok(numbers);
  const read = await readMobile(services, practice, mobile);
  return read.ok ? ok({ ...numbers, mobilePhone: read.value }) : read;
}

/** The number that stands in the mobile field already: even a landline may stay while something else is changed. */
async function isOnRecord(
  services: Services,
  practice: PracticeFacts,
  patientId: string,
  typed: string,
): Promise<boolean> {
  const read = parsePhone(typed, practice.defaultCountry, []);
  if (!read.ok) return false;
  return inPractice(services.db, practice.id, async (tx) => {
    const where = { practiceId: practice.id, id: patientId, mobilePhone: read.value.e164 };
    return (await tx.patient.count({ where })) === 1;
  });
}
