import type { Tx } from "@/db/client";
import { isOverlap } from "@/db/errors";
import { inPractice } from "@/db/transaction";
import { type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import { inLane } from "./booking-lane";

const TRIES = 3;

/**
 * One transaction for one practitioner's time. Where the exclusion constraint judges otherwise than the rows just read
 * (another process took the chair), it runs again on what is true now; after three times the time counts as taken (R30).
 */
export function contendForTime<T, Reason extends string>(
  services: Services,
  wish: { readonly practiceId: string; readonly practitionerId: string },
  work: (tx: Tx) => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason | "slot_taken">> {
  return inLane(`${wish.practiceId} ${wish.practitionerId}`, async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inPractice(services.db, wish.practiceId, work);
      } catch (error) {
        if (!isOverlap(error)) throw error;
        if (attempt === TRIES) return refused("slot_taken");
      }
    }
  });
}

/**
 * Everybody who wants this practitioner's time, or holds for this patient, one after the other until the end (S16). Whoever
 * changes the practice's times waits for all of them, and they for that: a time is judged by what holds once it is written.
 */
export async function lockForTime(
  tx: Tx,
  wish: {
    readonly practiceId: string;
    readonly practitionerId: string;
    readonly patientId: string;
  },
): Promise<void> {
  const patient = `patient ${wish.practiceId} ${wish.patientId}`;
  const practitioner = `practitioner ${wish.practiceId} ${wish.practitionerId}`;
  await tx.$executeRaw`
    select pg_advisory_xact_lock_shared(hashtextextended(${timesOf(wish.practiceId)}, 0)),
      pg_advisory_xact_lock(hashtextextended(${patient}, 0)),
      pg_advisory_xact_lock(hashtextextended(${practitioner}, 0))`;
}

/** Names the lock on a practice's hours, closures, chairs and rules: shared by bookings, alone for a change of them. */
export function timesOf(practiceId: string): string {
  return `times ${practiceId}`;
}

/** A chair to choose, and the stretch it is wanted for, with buffers and gap (ISO 8601). */
export interface ChairWish {
  readonly chairIds: readonly string[];
  readonly fromAt: string;
  readonly untilAt: string;
  /** Visits that make room, such as the one that moves. */
  readonly leftOutIds: readonly string[];
}

/** The first chair that is free still and that nobody else is about to take; null where none is needed. */
export async function chooseChair(
  tx: Tx,
  practiceId: string,
  { chairIds, fromAt, untilAt, leftOutIds }: ChairWish,
): Promise<string | null> {
  if (chairIds.length === 0) return null;
  const [chosen] = await tx.$queryRaw<{ id: string }[]>`
    select tenant.choose_chair(${practiceId}::uuid, ${[...chairIds]}::uuid[], ${fromAt}::timestamptz,
      ${untilAt}::timestamptz, ${[...leftOutIds]}::uuid[]) as id`;
  return chosen?.id ?? null;
}

/** Holds that ran out and lie on the wanted stretch make room, each with its event (S16). */
export async function releaseExpired(
  tx: Tx,
  services: Services,
  practiceId: string,
  stretch: { readonly fromAt: string; readonly untilAt: string },
): Promise<void> {
  const now = services.now.toString();
  await tx.$executeRaw`
    with gone as (
      update tenant.appointment
      set state = 'released', hold_expires_at = null, updated_at = ${now}::timestamptz, version = version + 1
      where practice_id = ${practiceId}::uuid and state = 'held' and hold_expires_at <= ${now}::timestamptz
        and practitioner_busy && tstzrange(${stretch.fromAt}::timestamptz, ${stretch.untilAt}::timestamptz, '[)')
      returning id, starts_at
    )
    insert into tenant.appointment_event (practice_id, id, appointment_id, event, from_state, to_state, starts_at, at)
    select ${practiceId}::uuid, gen_random_uuid(), id, 'release', 'held', 'released', starts_at, ${now}::timestamptz
    from gone`;
}
