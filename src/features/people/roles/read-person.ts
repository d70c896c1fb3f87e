import { identityIn } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { type Colleague, colleaguesOf } from "../colleagues";
import { type ClinicPerson, peopleOf } from "./clinic-people";
import { isLastAdmin } from "./end-membership";
import { type Leaving, readLeaving } from "./read-leaving";

export interface PersonPage {
  readonly person: ClinicPerson;
  readonly isSelf: boolean;
  readonly isLastAdmin: boolean;
  /** Other roles they have here. */
  readonly otherRoles: readonly ClinicActor["role"][];
  readonly leaving: Leaving;
  readonly colleagues: readonly Colleague[];
  /** Of an orthodontist: nobody can be booked with them yet. */
  readonly hasNoHours: boolean;
}

/** One person of the practice, and what a change would mean (R52). Null: nobody here, or no more. */
export function readPerson(
  services: Services,
  actor: ClinicActor,
  membershipId: string,
): Promise<PersonPage | null> {
  const { practiceId, personId: own } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const [person] = await peopleOf(tx, services, actor, membershipId);
    if (!person) return null;
    const { personId, loginId, role } = person;
    const others = await tx.membership.findMany({
      where: { practiceId, loginId, endedAt: null, id: { not: membershipId } },
      select: { role: true },
    });
    const hours = await tx.practitionerHours.count({
      where: { practiceId, practitioner: { personId, archivedAt: null } },
    });
    const colleagues = await colleaguesOf(tx, practiceId);
    return {
      person,
      isSelf: personId === own,
      isLastAdmin: role === "admin" && (await isLastAdmin(tx, practiceId, loginId)),
      otherRoles: others.flatMap((one) =>
        one.role === "patient" || one.role === "guardian" ? [] : [one.role],
      ),
      leaving: await readLeaving(tx, services, practiceId, { personId }),
      colleagues: colleagues.filter((one) => one.personId !== personId),
      hasNoHours: role === "orthodontist" && hours === 0,
    };
  });
}

/** What an invitation of somebody who was here starts with. Null: nobody. */
export function readFormerPerson(
  services: Services,
  { practiceId }: ClinicActor,
  membershipId: string,
): Promise<Record<"firstName" | "lastName" | "email" | "mobile" | "role", string> | null> {
  return inPractice(services.db, practiceId, async (tx) => {
    const one = await tx.membership.findFirst({
      where: {
        practiceId,
        id: membershipId,
        endedAt: { not: null },
        role: { in: ["orthodontist", "staff", "admin"] },
      },
      select: { loginId: true, role: true },
    });
    const login =
      one &&
      (await identityIn(tx).login.findUnique({
        where: { id: one.loginId },
        select: {
          email: true,
          mobile: true,
          homePracticeId: true,
          person: { select: { firstName: true, lastName: true } },
        },
      }));
    if (!login) return null;
    // What changed at another practice since is not this one's to see.
    const isOurs = login.homePracticeId === practiceId;
    return {
      ...login.person,
      email: (isOurs && login.email) || "",
      mobile: (isOurs && login.mobile) || "",
      role: one.role,
    };
  });
}
