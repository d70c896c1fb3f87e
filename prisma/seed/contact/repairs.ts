import type { ClinicMade } from "../clinic/clinic-people";
import { ago, at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import { lockedPatients } from "./failed-registrations";

/** Locked logins, a text that did not arrive, links with how far they got, and what staff attended to (R14, S5, S17). */
export function addRepairs(
  making: Making,
  clinic: ClinicMade,
  patients: readonly PatientWithCourse[],
): void {
  addLocks(making, patients);
  addLostCode(making);
  addLinkDeliveries(making, patients);
  attendOldOnes(making, clinic);
}

/** One lock of five failures, and one login that somebody has guessed at a hundred times. */
function addLocks(making: Making, patients: readonly PatientWithCourse[]): void {
  const [locked, guessed] = lockedPatients(patients);
  const wishes = [
    { patient: locked, failures: 5, minutes: 14 },
    { patient: guessed, failures: 105, minutes: 28 },
  ];
  for (const { patient, failures, minutes } of wishes) {
    if (!patient) continue;
    const isAlert = failures > 100;
    making.rows.add("identity.lock_counter", {
      // Nobody's key: the demo's people can log in, whatever the desk is shown.
      key: making.chance.bytes(32),
      loginId: patient.login.loginId,
      kind: "password",
      consecutiveFailures: failures,
      lastFailureAt: at(ago(making, { minutes: 1 })),
      lockedUntilAt: at(making.now.add({ minutes })),
      alertedAt: isAlert ? at(ago(making, { hours: 2 })) : null,
    });
  }
}

function addLostCode(making: Making): void {
  const { rows, chance, practiceId } = making;
  const failed = rows
    .of("tenant.failed_registration")
    .find(({ cause }) => cause === "text_undelivered");
  if (!failed?.patientId) return;
  const createdAt = ago(making, { hours: 1, minutes: 5 });
  const id = chance.id(createdAt);
  rows.add("tenant.delivery", {
    practiceId,
    id,
    kind: "sms",
    purpose: "registration_code",
    state: "undelivered",
    patientId: failed.patientId,
    recipient: failed.mobile,
    content: { values: {} },
    tries: 1,
    lastError: "not_delivered 30006",
    firstTriedAt: at(createdAt),
    nextTryAt: at(createdAt),
    createdAt: at(createdAt),
    settledAt: at(createdAt.add({ seconds: 40 })),
  });
  failed.deliveryId = id;
}

/** Links that went out say how far they got; one mail came back. */
function addLinkDeliveries(making: Making, patients: readonly PatientWithCourse[]): void {
  const { rows, chance, practiceId, words } = making;
  const byId = new Map(patients.map((patient) => [patient.id, patient]));
  let isFirst = true;
  for (const link of rows.of("tenant.login_link")) {
    const patient = byId.get(link.patientId);
    if (link.deliver === "show" || !patient) continue;
    const isLost = isFirst && link.deliver === "mail";
    if (isLost) isFirst = false;
    const createdAt = new Date(link.createdAt);
    const id = chance.id(making.now);
    const isMail = link.deliver === "mail";
    rows.add("tenant.delivery", {
      practiceId,
      id,
      kind: isMail ? "mail" : "sms",
      purpose: "login_link",
      state: isLost ? "undelivered" : isMail ? "sent" : "delivered",
      patientId: link.patientId,
      recipient: isMail ? patient.email : patient.mobile,
      content: { values: { loginName: patient.login.loginName } },
      tries: 1,
      lastError: isLost ? "refused 550" : null,
      messageId: isMail ? `<${id}@${words.mailDomain}>` : null,
      firstTriedAt: createdAt,
      nextTryAt: createdAt,
      createdAt,
      settledAt: new Date(createdAt.getTime() + 4_000),
      ...(!isMail && { segments: 1 }),
    });
    link.deliveryId = id;
  }
}

/** What is older than three days was seen to; the desk's list is of the last ones. */
function attendOldOnes(making: Making, clinic: ClinicMade): void {
  const { rows, chance } = making;
  const until = ago(making, { days: 3 }).epochMilliseconds;
  for (const delivery of rows.of("tenant.delivery")) {
    const createdMs = new Date(delivery.createdAt).getTime();
    if (delivery.state !== "undelivered" || createdMs > until) continue;
    delivery.attendedAt = new Date(createdMs + 30 * 3_600_000);
    delivery.attendedByPersonId = chance.pick(clinic.staff).personId;
    delivery.attendedHow = "dismissed";
  }
}
