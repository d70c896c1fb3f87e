import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { ok, type Result, refused } from "@/domain/result";

const OLDEST = Temporal.PlainDate.from("1900-01-01");

/** A birth date that somebody alive can have. Refusal: `birth_date_wrong`. */
export function readBirthDate(
  typed: string,
  today: Temporal.PlainDate,
): Result<Temporal.PlainDate, "birth_date_wrong"> {
  const day = Temporal.PlainDate.from(typed);
  const isPossible =
    Temporal.PlainDate.compare(day, OLDEST) >= 0 && Temporal.PlainDate.compare(day, today) <= 0;
  return isPossible ? ok(day) : refused("birth_date_wrong");
}

/** A practitioner of the practice who still works there; empty is nobody. Refusal: `practitioner_unknown`. */
export async function readPractitioner(
  tx: Tx,
  practiceId: string,
  practitionerId: string,
): Promise<Result<string | null, "practitioner_unknown">> {
  if (practitionerId === "") return ok(null);
  const where = { practiceId, id: practitionerId, archivedAt: null };
  return (await tx.practitioner.count({ where })) === 1
    ? ok(practitionerId)
    : refused("practitioner_unknown");
}
