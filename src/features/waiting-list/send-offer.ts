import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { FreeTime } from "@/domain/appointments/free-times";
import { offerExpiresAt } from "@/domain/waiting-list/offer-rules";
import { queueMail, queueSms } from "@/features/notifications/queue-delivery";
import { type VisitPerson, visitPeople } from "@/features/people/visit-people";
import { mayText } from "@/features/reminders/may-text";
import type { Services } from "@/server/services";
import type { WaitingEntry } from "./waiting-entries";

interface OfferToMake {
  readonly entry: WaitingEntry;
  readonly time: FreeTime;
  readonly leadMinutes: number;
  /** Null: offered by hand. */
  readonly freedTimeId: string | null;
  readonly offeredByPersonId: string | null;
}

/**
 * Writes an offer and what tells of it, together (S17): a mail to everybody who may answer for the patient, a text to those
 * who wish for one. Day, time and practice, nothing else (S23). Null, and nothing written: nobody can be told.
 */
export async function sendOffer(
  tx: Tx,
  services: Services,
  practiceId: string,
  { entry, time, leadMinutes, freedTimeId, offeredByPersonId }: OfferToMake,
): Promise<{ readonly id: string; readonly expiresAt: Temporal.Instant } | null> {
  const { patientId } = entry;
  const people = (await visitPeople(tx, { practiceId, patientId })).filter(isTellable);
  if (people.length === 0) return null;
  const id = services.random.uuid();
  const startsAt = Temporal.Instant.fromEpochMilliseconds(time.startsAtMs);
  const expiresAt = offerExpiresAt(services.now, startsAt, leadMinutes);
  await tx.waitingListOffer.create({
    data: {
      practiceId,
      id,
      entryId: entry.id,
      startsAt: fromInstant(startsAt),
      practitionerId: time.practitionerId,
      offeredAt: fromInstant(services.now),
      expiresAt: fromInstant(expiresAt),
      freedTimeId,
      offeredByPersonId,
    },
    select: { id: true },
  });
  for (const { personId, language, email, mobile, isGuardian, wantsTexts } of people) {
    const search = isGuardian ? `?patient=${patientId}` : "";
    const page = `/appointments/offers/${id}${search}`;
    const shared = { practiceId, patientId, personId, language, expiresAt } as const;
    const purpose = "earlier_time" as const;
    if (email !== null)
      await queueMail(tx, services, {
        ...shared,
        purpose,
        to: email,
        values: { startsAt: startsAt.toString(), page },
      });
    const texts = entry.byText && wantsTexts && mobile !== null;
    if (texts && (await mayText(tx, services, practiceId)))
      await queueSms(tx, services, {
        ...shared,
        purpose,
        to: mobile,
        values: { startsAt: startsAt.toString(), page: `/appointments${search}` },
      });
  }
  return { id, expiresAt };
}

/** Whether somebody can answer for the patient and hears of it: by mail always, for they asked to. */
export function isTellable({ mayAct, email, mobile }: VisitPerson): boolean {
  return mayAct && (email !== null || mobile !== null);
}
