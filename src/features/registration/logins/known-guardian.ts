import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { foldEmail } from "@/domain/registration/matching";
import { isSameName } from "@/domain/registration/names";
import type { IssuedLogin } from "./issued-login";

/** The facts of a record by which a guardian of the practice is known as its patient. */
export interface RecordAsPerson {
  readonly practiceId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly dateOfBirth: Date;
  readonly email: string | null;
  readonly mobilePhone: string | null;
}

interface Found extends IssuedLogin {
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * R10, R12: the login of a guardian of the practice who becomes its patient: one person, one login. Name, birth date,
 * e-mail and mobile must all agree, and nobody is told apart by a guess: null for none, and for two.
 */
export async function knownGuardian(tx: Tx, record: RecordAsPerson): Promise<IssuedLogin | null> {
  const { practiceId, dateOfBirth, email, mobilePhone } = record;
  if (email === null || mobilePhone === null) return null;
  const rows = await identityIn(tx).$queryRaw<Found[]>`
    select l.id as "loginId", l.person_id as "personId", l.login_name as "loginName", l.status::text as status,
      p.first_name as "firstName", p.last_name as "lastName"
    from identity.login l join identity.person p on p.id = l.person_id
    where l.home_practice_id = ${practiceId}::uuid and l.status in ('issued', 'active')
      and p.date_of_birth = ${dateOfBirth} and lower(l.email) = ${foldEmail(email)} and l.mobile = ${mobilePhone}
      and exists (select from tenant.guardianship g
        where g.practice_id = ${practiceId}::uuid and g.guardian_person_id = p.id and g.ended_at is null)
      and not exists (select from tenant.patient t where t.practice_id = ${practiceId}::uuid and t.login_id = l.id)
    for update of l`;
  const [first, second] = rows.filter(
    (row) =>
      isSameName(row.lastName, record.lastName) &&
      [record.firstName, ...(record.preferredName === null ? [] : [record.preferredName])].some(
        (name) => isSameName(row.firstName, name),
      ),
  );
  if (!first || second) return null;
  const { loginId, personId, loginName, status } = first;
  return { loginId, personId, loginName, status };
}
