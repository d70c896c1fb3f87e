import { readInPractice } from "@/db/read";
import { toDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { BIRTH_DATE_TRIES } from "@/domain/guardians/guardianship-state";
import { ageStage, ownLoginOn } from "@/domain/guardians/own-login-age";
import type { OpenSession } from "@/features/access/open-session";
import type { Services } from "@/server/services";
import { ageOfOwnLogin } from "./age-setting";
import { todayOf } from "./today-of";

/** A child whose birth date a guardian has still to give: the first name, and nothing else of the record. */
export interface PendingChild {
  readonly id: string;
  readonly firstName: string;
  readonly triesLeft: number;
}

/** The children of a guardian ($2) in a practice ($1) who still wait for their birth date on this day. */
export const pendingChildrenSql = (
  today: string,
) => `select g.id, coalesce(p.preferred_name, p.first_name) as "firstName",
      greatest(0, ${BIRTH_DATE_TRIES} - g.birth_date_tries)::int as "triesLeft"
    from tenant.guardianship g
    join tenant.patient p on p.practice_id = g.practice_id and p.id = g.patient_id
    where g.practice_id = $1 and g.guardian_person_id = $2 and g.ended_at is null and g.birth_date_confirmed_at is null
      and g.patient_id = any(tenant.guarded_patients($1, $2, ${today}::date, false))
    order by p.first_name, g.id`;

const pendingRead = { name: "pending-children", text: pendingChildrenSql("$3") };

/** R10: whose birth date this login is still asked for. */
export function pendingChildren(
  services: Services,
  session: Pick<OpenSession, "practiceId" | "personId" | "zone">,
): Promise<PendingChild[]> {
  const { practiceId, personId } = session;
  const values = [practiceId, personId, todayOf(services, session).toString()];
  return readInPractice<PendingChild>(services.db, practiceId, pendingRead, values);
}

/** A child soon old enough for a login of their own, as their guardian is told. */
export interface SoonGrown {
  readonly name: string;
  /** YYYY-MM-DD: the day the guardian's access ends. */
  readonly on: string;
}

/** Those of a guardian's confirmed children who reach the practice's age within the month. */
export async function soonGrown(services: Services, session: OpenSession): Promise<SoonGrown[]> {
  const { practiceId, guardedPatientIds } = session;
  const today = todayOf(services, session);
  return inPractice(services.db, practiceId, async (tx) => {
    const age = await ageOfOwnLogin(tx, practiceId);
    const children = await tx.patient.findMany({
      where: { practiceId, id: { in: [...guardedPatientIds] } },
      orderBy: { firstName: "asc" },
      select: { firstName: true, preferredName: true, lastName: true, dateOfBirth: true },
    });
    return children
      .map((child) => ({ ...child, born: toDay(child.dateOfBirth) }))
      .filter(({ born }) => ageStage(born, age, today) === "soon")
      .map(({ preferredName, firstName, lastName, born }) => ({
        name: `${preferredName ?? firstName} ${lastName}`,
        on: ownLoginOn(born, age).toString(),
      }));
  });
}
