import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import type { ChangedPatients, ChangesCursor, PmsRefusal } from "@/ports/pms";
import { patientsAnswer, toPmsPatient } from "./patients";
import { type DentallyAccess, dentallyRequest } from "./request";

/**
 * Goes by time of change, not by page: a patient changed meanwhile moves to the end and would shift the pages under
 * a reader that counts them. Pages are counted only within changes of one and the same millisecond.
 */
export async function listChangedPatients(
  access: DentallyAccess,
  { cursor, limit }: { readonly cursor: ChangesCursor; readonly limit: number },
): Promise<Result<ChangedPatients, PmsRefusal>> {
  const query = new URLSearchParams({
    sort_by: "updated_at",
    sort_direction: "asc",
    per_page: String(Math.min(Math.max(limit, 1), 100)),
    page: String(cursor.page),
  });
  if (cursor.since !== null) query.set("updated_after", cursor.since.toString());
  const answer = await dentallyRequest(access, {
    method: "GET",
    path: `patients?${query}`,
    answer: patientsAnswer,
  });
  if (!answer.ok) return answer;
  const patients = answer.value.patients.map(toPmsPatient);
  // Unknown parameters are ignored there: an unsorted answer would make the cursor skip patients.
  if (!isByTimeOfChange(patients)) return refused("refused", { order: "unsorted" });
  const hasMore = cursor.page < answer.value.meta.total_pages;
  return ok({ patients, next: nextCursor(cursor, patients.at(-1), hasMore), hasMore });
}

function nextCursor(
  { since, page }: ChangesCursor,
  last: { readonly updatedAt: Temporal.Instant } | undefined,
  hasMore: boolean,
): ChangesCursor {
  if (last === undefined) return { since, page: 1 };
  // One millisecond back: others of the same instant may still lie beyond this page.
  const before = last.updatedAt.subtract({ milliseconds: 1 });
  if (since !== null && Temporal.Instant.compare(before, since) <= 0) {
    return { since, page: hasMore ? page + 1 : 1 };
  }
  return { since: before, page: 1 };
}

function isByTimeOfChange(patients: readonly { readonly updatedAt: Temporal.Instant }[]): boolean {
  return patients.every((patient, index) => {
    const before = patients[index - 1];
    return (
      before === undefined || Temporal.Instant.compare(before.updatedAt, patient.updatedAt) <= 0
    );
  });
}
