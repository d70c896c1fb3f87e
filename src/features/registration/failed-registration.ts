import type { Tx } from "@/db/client";
import type { FailedRegistrationCause } from "@/db/generated/enums";
import { fromDay, fromInstant } from "@/db/time";
import type { MatchOutcome, RegistrationDetails } from "@/domain/registration/matching";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";

interface Failure extends RegistrationDetails {
  readonly practiceId: string;
  readonly cause: FailedRegistrationCause;
  /** The record it is most likely about; for staff alone. */
  readonly patientId: string | null;
}

/** R8: lists a failed registration for staff, with its cause, and writes it to the audit log. */
export async function recordFailure(tx: Tx, services: Services, failure: Failure): Promise<void> {
  const { practiceId, cause, patientId } = failure;
  await tx.failedRegistration.create({
    data: {
      practiceId,
      cause,
      patientId,
      firstName: failure.firstName,
      lastName: failure.lastName,
      dateOfBirth: fromDay(failure.dateOfBirth),
      email: failure.email,
      mobile: failure.mobile,
      failedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  await recordAudit(
    tx,
    services,
    {},
    {
      action: "registration.failed",
      practiceId,
      ...(patientId !== null && { patientId }),
      detail: { cause },
    },
  );
}

/** The cause and record staff are shown for a match that sends no text; null where one is sent or nothing failed. */
export function failureOf(
  match: MatchOutcome,
): { cause: FailedRegistrationCause; patientId: string | null } | null {
  switch (match.kind) {
    case "archived":
      return { cause: "archived", patientId: only(match.recordIds) };
    case "number_in_other_field":
      return { cause: "wrong_number_field", patientId: only(match.recordIds) };
    case "none":
      return { cause: "no_record", patientId: only(match.near.map((miss) => miss.recordId)) };
    default:
      return null;
  }
}

/** The one id there is; null where several would be a guess. */
function only(ids: readonly string[]): string | null {
  const [first, second] = ids;
  return first !== undefined && second === undefined ? first : null;
}
