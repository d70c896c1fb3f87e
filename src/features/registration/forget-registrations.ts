import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { foldEmail } from "@/domain/registration/matching";

/** Whose traces of registering go (S23). */
export interface Registrant {
  readonly practiceId: string;
  readonly loginId: string;
  readonly personId: string;
  readonly patientId: string | null;
  readonly firstName: string;
  readonly dateOfBirth: Date | null;
  readonly email: string | null;
}

/**
 * S23: removes somebody's registrations at a practice with their codes, takes the address off their links, and removes
 * what the practice's list of failed ones says of them. A relative who shares the address is told by name and birth date.
 * Answers the deliveries that carried the codes.
 */
export async function forgetRegistrations(tx: Tx, who: Registrant): Promise<string[]> {
  const { practiceId, loginId, personId, patientId, firstName, dateOfBirth } = who;
  const email = who.email === null ? null : foldEmail(who.email);
  const codes = await identityIn(tx).$queryRaw<{ deliveryId: string }[]>`
    with gone as (delete from identity.registration where practice_id = ${practiceId}::uuid
        and (login_id = ${loginId}::uuid or guardian_id = ${personId}::uuid or patient_id = ${patientId}::uuid
          or (lower(email) = ${email} and date_of_birth = ${dateOfBirth}::date and lower(first_name) = lower(${firstName})))
        returning id),
      codes as (delete from identity.one_time_code where purpose = 'registration'
        and challenge_id in (select id from gone) returning delivery_id),
      links as (update identity.token set email = null where purpose = 'registration_email'
        and subject_id in (select id from gone))
    select delivery_id as "deliveryId" from codes where delivery_id is not null`;
  await tx.$executeRaw`
    delete from tenant.failed_registration where practice_id = ${practiceId}::uuid
      and (patient_id = ${patientId}::uuid or (lower(email) = ${email}
        and date_of_birth = ${dateOfBirth}::date and lower(first_name) = lower(${firstName})))`;
  return codes.map(({ deliveryId }) => deliveryId);
}
