import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { LEASE_SECONDS, type TryFacts } from "@/domain/notifications/delivery-tries";
import type { Services } from "@/server/services";

/** A delivery in the hands of this job until `leaseUntilAt`. */
export interface LeasedDelivery extends TryFacts {
  readonly practiceId: string;
  readonly id: string;
  readonly purpose: string;
  readonly patientId: string | null;
  readonly personId: string | null;
  /** The case that a delivery to a lab carries. */
  readonly caseId: string | null;
  readonly recipient: string;
  readonly language: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly sealedSecret: Uint8Array | null;
  readonly createdAt: Temporal.Instant;
  /** An earlier try may have sent it: its answer was unclear, or its process died under way. */
  readonly mayBeSent: boolean;
  /** A try so far ended without an answer, or died under way. */
  readonly wasUnclear: boolean;
  /** Names this lease; whoever comes after has another. */
  readonly leaseUntilAt: Date;
  readonly now: Temporal.Instant;
}

interface Row {
  kind: LeasedDelivery["kind"];
  purpose: string;
  patientId: string | null;
  personId: string | null;
  caseId: string | null;
  recipient: string | null;
  language: string;
  content: unknown;
  sealedSecret: Uint8Array | null;
  tries: number;
  firstTriedAt: Date;
  expiresAt: Date | null;
  createdAt: Date;
  leaseUntilAt: Date;
  unclearAt: Date | null;
  was: "queued" | "sending" | "unknown";
  at: Date;
}

const content = z.object({ values: z.record(z.string(), z.union([z.string(), z.number()])) });

/**
 * Takes a due delivery in one guarded statement, or answers null: settled, not due, or in other hands (S17). A lease
 * further away than a lease lasts was given before the demo's clock was moved back, and counts as lapsed. What is said
 * to a lab about a case goes out in order: a later delivery waits for an earlier one.
 */
export async function leaseDelivery(
  services: Services,
  { practiceId, deliveryId }: { practiceId: string; deliveryId: string },
): Promise<LeasedDelivery | null> {
  const rows = await inPractice(
    services.db,
    practiceId,
    (tx) => tx.$queryRaw<Row[]>`
      with due as (
        select practice_id, id, state as was, app_now() as at from tenant.delivery w
        where practice_id = ${practiceId}::uuid and id = ${deliveryId}::uuid
          and state in ('queued', 'sending', 'unknown') and next_try_at <= app_now()
          and (lease_until_at is null or lease_until_at <= app_now()
            or lease_until_at > app_now() + make_interval(secs => ${LEASE_SECONDS}))
          and not (kind = 'lab_case' and exists (select from tenant.delivery e
            where e.practice_id = w.practice_id and e.case_id = w.case_id and e.kind = 'lab_case'
              and e.state in ('queued', 'sending', 'unknown') and (e.created_at, e.id) < (w.created_at, w.id)))
        for update skip locked)
      update tenant.delivery d
      set state = 'sending', tries = d.tries + 1, first_tried_at = coalesce(d.first_tried_at, due.at),
        lease_until_at = due.at + make_interval(secs => ${LEASE_SECONDS}),
        unclear_at = coalesce(d.unclear_at, case when due.was <> 'queued' then due.at end)
      from due where d.practice_id = due.practice_id and d.id = due.id
      returning d.kind::text as kind, d.purpose, d.patient_id as "patientId", d.person_id as "personId", d.case_id as "caseId", d.recipient, d.language, d.content,
        d.sealed_secret as "sealedSecret", d.tries, d.first_tried_at as "firstTriedAt",
        d.expires_at as "expiresAt", d.created_at as "createdAt", d.lease_until_at as "leaseUntilAt", d.unclear_at as "unclearAt", due.was::text as was, due.at`,
  );
  const row = rows[0];
  if (!row) return null;
  const { was, at, content: kept, unclearAt, ...rest } = row;
  return {
    ...rest,
    practiceId,
    id: deliveryId,
    recipient: row.recipient ?? "",
    values: content.parse(kept).values,
    mayBeSent: was !== "queued",
    wasUnclear: unclearAt !== null,
    firstTriedAt: toInstant(row.firstTriedAt),
    expiresAt: row.expiresAt === null ? null : toInstant(row.expiresAt),
    createdAt: toInstant(row.createdAt),
    now: toInstant(at),
  };
}
