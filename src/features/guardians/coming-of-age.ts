import { readInPractice } from "@/db/read";
import { AGE_NOTICE_DAYS } from "@/domain/guardians/own-login-age";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { todayOf } from "./today-of";

/** A young person the desk has to send a login link. */
export interface ComingOfAge {
  readonly patientId: string;
  readonly name: string;
  readonly age: number;
  /** YYYY-MM-DD, the birthday; past for who has no login yet. */
  readonly on: string;
  readonly isGrown: boolean;
  readonly hasMobile: boolean;
}

const comingRead = {
  name: "coming-of-age",
  text: `select p.id as "patientId", coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as name,
      s.own_login_from_age as age, tenant.own_login_on(p.date_of_birth, s.own_login_from_age)::text as on,
      tenant.own_login_on(p.date_of_birth, s.own_login_from_age) <= $2::date as "isGrown",
      p.mobile_phone is not null as "hasMobile"
    from tenant.patient p
    join tenant.practice_settings s on s.practice_id = p.practice_id
    where p.practice_id = $1 and p.archived_at is null and p.portal_status <> 'registered'
      and exists (select from tenant.guardianship g where g.practice_id = $1 and g.patient_id = p.id
        and (g.ended_at is null or g.ended_reason = 'age'))
      and tenant.own_login_on(p.date_of_birth, s.own_login_from_age) <= $2::date + $3::int
    order by tenant.own_login_on(p.date_of_birth, s.own_login_from_age), name
    limit 20`,
};

/** R10: who turns the practice's age within the month, and who has and still has no login of their own. */
export function comingOfAge(services: Services, actor: ClinicActor): Promise<ComingOfAge[]> {
  const { practiceId } = actor;
  const values = [practiceId, todayOf(services, actor).toString(), AGE_NOTICE_DAYS];
  return readInPractice<ComingOfAge>(services.db, practiceId, comingRead, values);
}
