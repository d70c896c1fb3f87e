import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import type { ChangedPatients, ChangesCursor, PmsRefusal } from "@/ports/pms";
import { patientsAnswer, toPmsPatient } from "./patients";
import { type DentallyAccess, dentallyRequest } from "./request";

/**
 * Newest change first: a patient changed between two pages moves to the front and pushes the others on, so a page may
 * repeat somebody but never skip one. What moved to the front is newer than `until` and comes in the next run.
 */
export async function listChangedPatients(
  access: DentallyAccess,
  { cursor, limit }: { readonly cursor: ChangesCursor; readonly limit: number },
): Promise<Result<ChangedPatients, PmsRefusal>> {
  const query = new URLSearchParams({
    sort_by: "updated_at",
    sort_direction: "desc",
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
  // Unknown parameters are ignored there: paging through an unsorted answer would skip patients.
  if (!isNewestFirst(patients)) return refused("refused", { order: "unsorted" });
  const hasMore = cursor.page < answer.value.meta.total_pages;
  return ok({ patients, next: nextCursor(cursor, patients[0], hasMore), hasMore });
}

function nextCursor(
  { since, page, until }: ChangesCursor,
  first: { readonly updatedAt: Temporal.Instant } | undefined,
  hasMore: boolean,
): ChangesCursor {
  const newest = page === 1 ? (first?.updatedAt ?? null) : until;
  if (hasMore) return { since, page: page + 1, until: newest };
  // One millisecond back: another change of the same millisecond may not have been there yet.
  return { since: newest?.subtract({ milliseconds: 1 }) ?? since, page: 1, until: null };
}

function isNewestFirst(patients: readonly { readonly updatedAt: Temporal.Instant }[]): boolean {
  return patients.every((patient, index) => {
    const before = patients[index - 1];
    return (
      before === undefined || Temporal.Instant.compare(before.updatedAt, patient.updatedAt) >= 0
    );
  });
}
