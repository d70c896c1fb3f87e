import type { Tx } from "@/db/client";
import type { FailedRegistrationCause } from "@/db/generated/enums";
import { fromDay, fromInstant } from "@/db/time";
import type { FailureReason } from "@/domain/registration/failure-reason";
import type { Difference, MatchOutcome, RegistrationDetails } from "@/domain/registration/matching";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";

interface Failure extends RegistrationDetails {
  readonly practiceId: string;
  readonly cause: FailedRegistrationCause;
  /** The record it is most likely about; for staff alone. */
  readonly patientId: string | null;
  /** More exactly why, where the cause leaves it open. */
  readonly reason?: FailureReason | undefined;
  /** The registration that goes on when staff have repaired it. */
  readonly registrationId?: string | undefined;
  /** The records between which staff decide (R5). */
  readonly candidateIds?: string[] | undefined;
  /** The text that did not arrive. */
  readonly deliveryId?: string | undefined;
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
      reason: failure.reason ?? null,
      registrationId: failure.registrationId ?? null,
      candidateIds: failure.candidateIds ?? [],
      deliveryId: failure.deliveryId ?? null,
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
      detail: { cause, ...(failure.reason && { reason: failure.reason }) },
    },
  );
}

interface Found {
  readonly cause: FailedRegistrationCause;
  readonly patientId: string | null;
  readonly reason?: FailureReason;
}

const differing: Readonly<Record<Difference, FailureReason>> = {
  name: "name_differs",
  namesSwapped: "names_swapped",
  dateOfBirth: "birth_date_differs",
  dayMonthSwapped: "day_month_swapped",
  email: "email_differs",
  mobile: "mobile_differs",
};

/** The cause and record staff are shown for a match that sends no text; null where one is sent. */
export function failureOf(match: MatchOutcome): Found | null {
  switch (match.kind) {
    case "registered":
      return { cause: "already_registered", patientId: match.recordId };
    case "archived":
      return { cause: "archived", patientId: only(match.recordIds) };
    case "number_in_other_field":
      return {
        cause: "wrong_number_field",
        patientId: only(match.recordIds),
        reason: `${match.field}_field`,
      };
    case "none": {
      const [near, another] = match.near;
      return near && !another
        ? { cause: "no_record", patientId: near.recordId, reason: differing[near.differs] }
        : { cause: "no_record", patientId: null };
    }
    default:
      return null;
  }
}

/** The one id there is; null where several would be a guess. */
function only(ids: readonly string[]): string | null {
  const [first, second] = ids;
  return first !== undefined && second === undefined ? first : null;
}

/** What staff were shown of a registration is no work any more: it was tried again, or went on (R8). */
export async function closeFailures(
  tx: Tx,
  services: Services,
  { practiceId, id }: { readonly practiceId: string; readonly id: string },
  how: "tried_again" | "question_answered",
): Promise<void> {
  await tx.failedRegistration.updateMany({
    where: { practiceId, registrationId: id, repairedAt: null },
    data: { repairedAt: fromInstant(services.now), repairedHow: how },
  });
}
