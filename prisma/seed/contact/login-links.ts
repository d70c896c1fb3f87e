import { loginLinkExpiresAt } from "@/domain/registration/login-link";
import { tokenDigest } from "@/security/tokens";
import type { ClinicMade } from "../clinic/clinic-people";
import { ago, at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";

interface LinkWish {
  readonly hoursAgo: number;
  readonly deliver: "mail" | "sms" | "show";
  readonly openedAfterMinutes?: number;
  readonly usedAfterMinutes?: number;
  readonly replacedAfterMinutes?: number;
}

/** One link per state (R7, S9): sent, opened, used, expired, replaced. */
const unregisteredWishes: readonly (readonly LinkWish[])[] = [
  [{ hoursAgo: 2, deliver: "mail" }],
  [{ hoursAgo: 5, deliver: "sms", openedAfterMinutes: 40 }],
  [{ hoursAgo: 50, deliver: "mail" }],
  [
    { hoursAgo: 30, deliver: "mail", replacedAfterMinutes: 60 * 8 },
    { hoursAgo: 22, deliver: "show" },
  ],
];
const registeredWishes: readonly LinkWish[] = [
  { hoursAgo: 99, deliver: "mail", openedAfterMinutes: 15, usedAfterMinutes: 22 },
  { hoursAgo: 411, deliver: "show", openedAfterMinutes: 2, usedAfterMinutes: 9 },
];

/** Links the desk has made; their tokens are nobody's, as those of a table of digests should be. */
export function addLoginLinks(
  making: Making,
  clinic: ClinicMade,
  patients: readonly PatientWithCourse[],
): void {
  const { invited } = invitedPatients(making, patients);
  invited.forEach((patient, i) => {
    for (const wish of unregisteredWishes[i % unregisteredWishes.length] ?? []) {
      addLink(making, clinic, patient, wish);
    }
  });
  const registered = patients.filter((one) => one.registered);
  registeredWishes.forEach((wish, i) => {
    const patient = registered[i * 3 + 7];
    if (patient) addLink(making, clinic, patient, wish);
  });
}

/** The last of those whom nothing else sets apart: the first ones stay plain. */
function invitedPatients(making: Making, patients: readonly PatientWithCourse[]) {
  const { words } = making;
  const plain = patients.slice(words.registered, words.registered + words.plain);
  return { invited: plain.slice(words.shortName === "northgate" ? -4 : -2) };
}

function addLink(
  making: Making,
  clinic: ClinicMade,
  patient: PatientWithCourse,
  wish: LinkWish,
): void {
  const { rows, practiceId, chance } = making;
  const createdAt = ago(making, { hours: wish.hoursAgo });
  const after = (minutes: number | undefined) =>
    minutes === undefined ? null : at(createdAt.add({ minutes }));
  const id = chance.id(createdAt);
  const times = {
    createdAt: at(createdAt),
    expiresAt: at(loginLinkExpiresAt(createdAt)),
    openedAt: after(wish.openedAfterMinutes),
    usedAt: after(wish.usedAfterMinutes),
    replacedAt: after(wish.replacedAfterMinutes),
  };
  rows.add("tenant.login_link", {
    practiceId,
    id,
    patientId: patient.id,
    purpose: patient.registered ? "password" : "registration",
    deliver: wish.deliver,
    createdByPersonId: chance.pick(clinic.staff).personId,
    ...times,
  });
  rows.add("identity.token", {
    id: chance.id(createdAt),
    purpose: "login_link",
    digest: tokenDigest(Buffer.from(chance.bytes(32)).toString("base64url")),
    practiceId,
    patientId: patient.id,
    subjectId: id,
    ...times,
  });
  if (patient.registered) return;
  const record = rows.of("tenant.patient").find((row) => row.id === patient.id);
  if (record) record.portalStatus = "invited";
}
