import { ago, at, type Making, on } from "../making";
import { addMembership, type IssuedLogin, issueLogin } from "../people";
import type { TreatmentPoint } from "../treatment/course";
import { addFurtherGuardians } from "./further-guardians";
import { addPatient, birthday, type PatientWithCourse } from "./patient-rows";
import type { Roster } from "./roster";

/**
 * Guardians and their children (R10): one with two children, one who is a patient too, one with one child; the second
 * practice has one of them. Answers the children.
 */
export function addGuardians(
  making: Making,
  further: Making,
  roster: Roster,
  patients: readonly PatientWithCourse[],
): PatientWithCourse[] {
  const { words } = making;
  if (words.shortName !== "northgate") {
    const guardian = addGuardian(making, roster);
    return [addChild(making, roster, guardian, "midway")];
  }
  const ofTwo = addGuardian(making, roster);
  const ofOne = addGuardian(making, roster);
  const alsoPatient = patients.find(
    ({ registered, point }, i) => i > 4 && registered && point === "midway",
  );
  if (!alsoPatient) throw new Error("No patient to be a guardian.");
  const children = [
    addChild(making, roster, ofTwo, "due_today"),
    addChild(making, roster, ofTwo, "before_first"),
    addChild(making, roster, ofOne, "stop_photo"),
    addChild(making, roster, { ...alsoPatient.login, lastName: alsoPatient.lastName }, "midway"),
  ];
  const grownUp = patients.find(
    ({ registered, dateOfBirth }, i) =>
      i > 8 &&
      registered &&
      dateOfBirth.until(making.today).total({ unit: "years", relativeTo: dateOfBirth }) < 19,
  );
  if (grownUp) addGuardianship(making, ofOne, grownUp.id, { daysAgo: 700, endedReason: "age" });
  const { personId } = alsoPatient.login;
  return [...children, ...addFurtherGuardians(further, roster, children, personId)];
}

interface Guardian extends IssuedLogin {
  readonly lastName: string;
}

/** Invited that long ago and registered five hours later; null: invited yesterday and not registered. */
export function addGuardian(
  making: Making,
  roster: Roster,
  daysAgo: number | null = 210,
): Guardian {
  const someone = {
    ...roster.someone(),
    dateOfBirth: birthday(making, making.chance.between(38, 52)),
  };
  const invitedAt = ago(making, { days: daysAgo ?? 1 });
  const contact = { email: roster.mailOf(someone), mobile: roster.numbers.mobile() };
  if (daysAgo === null) {
    const login = issueLogin(making, someone, invitedAt);
    const row = making.rows.of("identity.login").find(({ id }) => id === login.loginId);
    if (row) Object.assign(row, contact);
    return { ...login, lastName: someone.lastName };
  }
  const registeredAt = invitedAt.add({ hours: 5 });
  const login = issueLogin(making, someone, invitedAt, {
    role: "guardian",
    ...contact,
    registeredAt,
  });
  addMembership(making, login, "guardian", registeredAt);
  return { ...login, lastName: someone.lastName };
}

function addChild(
  making: Making,
  roster: Roster,
  guardian: Guardian,
  point: TreatmentPoint,
): PatientWithCourse {
  const { chance } = making;
  const child = addPatient(making, {
    firstName: roster.someone().firstName,
    lastName: guardian.lastName,
    dateOfBirth: birthday(making, chance.between(11, 14)),
    orthodontist: roster.orthodontist(),
    point,
    email: null,
    mobile: null,
  });
  addGuardianship(making, guardian, child.id, { daysAgo: 205 });
  return child;
}

interface GuardianshipWish {
  readonly daysAgo: number;
  readonly rights?: "full" | "view";
  readonly unconfirmed?: boolean;
  readonly endedReason?: string;
}

export function addGuardianship(
  making: Making,
  guardian: Pick<IssuedLogin, "personId">,
  patientId: string,
  { daysAgo, rights = "full", unconfirmed = false, endedReason }: GuardianshipWish,
): void {
  const { rows, practiceId, chance, today } = making;
  const since = ago(making, { days: daysAgo });
  const endedAt = endedReason === undefined ? null : ago(making, { days: 90 });
  rows.add("tenant.guardianship", {
    practiceId,
    id: chance.id(since),
    patientId,
    guardianPersonId: guardian.personId,
    rights,
    fromOn: on(today.subtract({ days: daysAgo })),
    untilOn: null,
    invitedAt: at(since),
    birthDateConfirmedAt: unconfirmed ? null : at(since.add({ hours: 6 })),
    endedAt: endedAt ? at(endedAt) : null,
    endedReason: endedReason ?? null,
  });
}
