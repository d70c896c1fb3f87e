import type { Temporal } from "temporal-polyfill";
import type { MailPurpose, SmsPurpose } from "@/features/notifications/purposes";
import { ago, at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import type { VisitMade } from "../visits/appointment-rows";

const monthsKept = 4;
const dayMs = 86_400_000;

/** Mails and texts of the last four months, with what the texts cost (R51); a few never arrived. */
export function addDeliveries(
  making: Making,
  patients: readonly PatientWithCourse[],
  visits: readonly VisitMade[],
): void {
  const { chance, now } = making;
  const since = ago(making, { days: monthsKept * 30 });
  const isRecent = (moment: Temporal.Instant) => moment.epochMilliseconds > since.epochMilliseconds;
  for (const patient of patients) {
    if (!patient.registered || patient.mobile === null || patient.email === null) continue;
    for (let login = chance.between(2, 9); login > 0; login -= 1) {
      const minutes = chance.between(60, monthsKept * 30 * 24 * 60);
      addText(making, patient, "login_code", ago(making, { minutes }));
    }
    if (chance.happens(0.3)) {
      addMail(
        making,
        patient,
        "new_message",
        ago(making, { minutes: chance.between(90, 90_000) }),
        {},
      );
    }
  }
  for (const visit of visits) {
    const bookedMs = Math.min(
      visit.startsAt.epochMilliseconds - 10 * dayMs,
      now.epochMilliseconds - 3_600_000,
    );
    const bookedAt = now.subtract({ milliseconds: now.epochMilliseconds - bookedMs });
    if (!visit.patient.registered || !isRecent(bookedAt)) continue;
    const purpose = visit.state === "cancelled" ? "appointment_cancelled" : "appointment_booked";
    addMail(making, visit.patient, purpose, bookedAt, { startsAt: visit.startsAt.toString() });
  }
}

function addText(
  making: Making,
  patient: PatientWithCourse,
  purpose: SmsPurpose,
  createdAt: Temporal.Instant,
): void {
  const { rows, practiceId, chance, words, now } = making;
  const isLost = chance.happens(0.03) && isDayOld(making, createdAt);
  // The provider names the price of a text some minutes later; the newest have none yet.
  const isPriced = now.epochMilliseconds - createdAt.epochMilliseconds > 4 * 3_600_000;
  rows.add("tenant.delivery", {
    ...settled(making, patient, createdAt, isLost),
    practiceId,
    kind: "sms",
    purpose,
    recipient: patient.mobile,
    providerId: `SM${Buffer.from(chance.bytes(16)).toString("hex")}`,
    segments: 1,
    priceMicros: isPriced ? 42_000 : null,
    priceCurrency: isPriced ? words.currency : null,
    lastError: isLost ? "30003" : null,
  });
}

function addMail(
  making: Making,
  patient: PatientWithCourse,
  purpose: MailPurpose,
  createdAt: Temporal.Instant,
  values: Readonly<Record<string, string>>,
): void {
  const { rows, practiceId, chance, words } = making;
  const isLost = chance.happens(0.02) && isDayOld(making, createdAt);
  const row = settled(making, patient, createdAt, isLost);
  rows.add("tenant.delivery", {
    ...row,
    content: { values },
    practiceId,
    kind: "mail",
    purpose,
    recipient: patient.email,
    messageId: `<${row.id}@${words.mailDomain}>`,
    lastError: isLost ? "550" : null,
  });
}

/** What cannot be delivered is given up after a day (S17). */
function isDayOld({ now }: Making, createdAt: Temporal.Instant): boolean {
  return now.epochMilliseconds - createdAt.epochMilliseconds > dayMs;
}

function settled(
  { chance }: Making,
  patient: PatientWithCourse,
  createdAt: Temporal.Instant,
  isLost: boolean,
) {
  const tries = isLost ? 10 : 1;
  const settledAt = createdAt.add(isLost ? { hours: 23 } : { seconds: chance.between(1, 9) });
  return {
    id: chance.id(createdAt),
    state: isLost ? ("undelivered" as const) : ("delivered" as const),
    patientId: patient.id,
    personId: patient.login.personId,
    content: { values: {} },
    tries,
    firstTriedAt: at(createdAt),
    nextTryAt: at(createdAt),
    createdAt: at(createdAt),
    settledAt: at(settledAt),
  };
}
