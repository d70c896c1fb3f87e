import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromDay, fromInstant, toDay } from "@/db/time";
import type { GuardianDetails, KnownPerson } from "@/domain/guardians/invitation";
import { foldEmail } from "@/domain/registration/matching";
import { isSameName } from "@/domain/registration/names";
import type { Services } from "@/server/services";
import { freeLoginName, issueLogin } from "./issue-login";
import type { IssuedLogin } from "./issued-login";
import type { RecordAsPerson } from "./known-guardian";
import { lockRecord } from "./lock-record";

/** Somebody who is a guardian or a patient of the practice; `patientId` is their own record. */
export interface KnownHere extends KnownPerson {
  readonly patientId: string | null;
}

/** Guardians and patients of the practice with this birth date, to be compared with an invited guardian (R10). */
export async function knownWithBirthDate(
  tx: Tx,
  practiceId: string,
  { dateOfBirth }: Pick<GuardianDetails, "dateOfBirth">,
): Promise<KnownHere[]> {
  const born = fromDay(dateOfBirth);
  const guardians = await identityIn(tx).$queryRaw<
    {
      personId: string;
      firstName: string;
      lastName: string;
      preferredName: string | null;
      emails: string[];
      mobiles: string[];
    }[]
  >`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_name as "preferredName",
      array(select l.email from identity.login l where l.person_id = p.id and l.email is not null) as emails,
      array(select l.mobile from identity.login l where l.person_id = p.id and l.mobile is not null) as mobiles
    from identity.person p
    where p.date_of_birth = ${born} and exists (select from tenant.guardianship g
      where g.practice_id = ${practiceId}::uuid and g.guardian_person_id = p.id)`;
  const patients = await tx.patient.findMany({
    where: { practiceId, dateOfBirth: born, archivedAt: null },
    select: {
      id: true,
      personId: true,
      firstName: true,
      lastName: true,
      preferredName: true,
      email: true,
      mobilePhone: true,
    },
    take: 200,
  });
  return [
    ...patients.map((row) => ({
      ...row,
      // Without a person yet, the record is a known guardian's own, or stands for somebody new.
      personId: row.personId ?? guardians.find((one) => isOwnRecord(one, row))?.personId ?? row.id,
      patientId: row.id,
      alsoCalled: names(row.preferredName),
      dateOfBirth,
      emails: names(row.email),
      mobiles: names(row.mobilePhone),
    })),
    ...guardians.map((row) => ({
      ...row,
      patientId: null,
      alsoCalled: names(row.preferredName),
      dateOfBirth,
    })),
  ];
}

/** As `knownGuardian` decides it, when the record gets its login. */
function isOwnRecord(
  guardian: Pick<KnownHere, "firstName" | "lastName" | "emails" | "mobiles">,
  record: Pick<RecordAsPerson, "firstName" | "lastName" | "email" | "mobilePhone">,
): boolean {
  return (
    record.email !== null &&
    record.mobilePhone !== null &&
    guardian.emails.some((email) => foldEmail(email) === foldEmail(record.email ?? "")) &&
    guardian.mobiles.includes(record.mobilePhone) &&
    isSameName(guardian.firstName, record.firstName) &&
    isSameName(guardian.lastName, record.lastName)
  );
}

function names(value: string | null): string[] {
  return value === null ? [] : [value];
}

/** The login of a guardian to be: the one a known person has, that of their own record, or a new one (R12). */
export async function loginForGuardian(
  tx: Tx,
  services: Services,
  practice: { readonly id: string; readonly language: string },
  details: GuardianDetails,
  known: KnownHere | null,
): Promise<IssuedLogin> {
  if (known?.patientId) {
    const record = await lockRecord(tx, practice.id, known.patientId);
    if (!record) throw new Error("A patient's record went away under its lock");
    return issueLogin(tx, services, record, practice.language);
  }
  const found = known && (await guardianLogin(tx, practice.id, known.personId));
  return found ?? newLogin(tx, services, practice, details);
}

/** The login of a guardian at a practice; null when there is none. */
export async function guardianLogin(
  tx: Tx,
  practiceId: string,
  personId: string,
): Promise<(IssuedLogin & GuardianContact) | null> {
  const row = await identityIn(tx).login.findFirst({
    where: { personId, homePracticeId: practiceId },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      personId: true,
      loginName: true,
      status: true,
      email: true,
      mobile: true,
      person: {
        select: { firstName: true, lastName: true, dateOfBirth: true, language: true },
      },
    },
  });
  if (!row) return null;
  const { id, person, ...login } = row;
  return {
    ...login,
    ...person,
    loginId: id,
    dateOfBirth: person.dateOfBirth && toDay(person.dateOfBirth),
  };
}

interface GuardianContact extends Pick<GuardianDetails, "firstName" | "lastName"> {
  readonly email: string | null;
  readonly mobile: string | null;
  readonly dateOfBirth: GuardianDetails["dateOfBirth"] | null;
  readonly language: string;
}

async function newLogin(
  tx: Tx,
  services: Services,
  practice: { readonly id: string; readonly language: string },
  { firstName, lastName, dateOfBirth, email, mobile }: GuardianDetails,
): Promise<IssuedLogin> {
  const createdAt = fromInstant(services.now);
  const identity = identityIn(tx);
  const personId = services.random.uuid();
  const loginId = services.random.uuid();
  const { language } = practice;
  await identity.person.create({
    data: {
      id: personId,
      firstName,
      lastName,
      dateOfBirth: fromDay(dateOfBirth),
      language,
      createdAt,
    },
    select: { id: true },
  });
  const loginName = await freeLoginName(tx, services, { firstName, lastName });
  // Neither is verified before the guardian has registered, so neither logs in or receives codes.
  await identity.login.create({
    data: {
      id: loginId,
      personId,
      homePracticeId: practice.id,
      loginName,
      email,
      mobile,
      createdAt,
    },
    select: { id: true },
  });
  return { loginId, personId, loginName, status: "issued" };
}
