import type { Role } from "@/db/generated/enums";
import { identityIn } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

export interface ClinicPerson {
  readonly loginId: string;
  readonly name: string;
  readonly loginName: string;
  readonly role: Role;
  readonly status: "issued" | "active" | "disabled";
  readonly hasFactor: boolean;
  /** Their own login is administered elsewhere: at their home practice, or by another admin. */
  readonly mayReset: boolean;
}

/** Everybody who works at the actor's practice, by name (R52). */
export async function clinicPeople(
  services: Services,
  actor: ClinicActor,
): Promise<readonly ClinicPerson[]> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const memberships = await tx.membership.findMany({
      where: {
        practiceId: actor.practiceId,
        endedAt: null,
        role: { in: ["orthodontist", "staff", "admin"] },
      },
      select: { loginId: true, role: true },
    });
    const logins = await identityIn(tx).login.findMany({
      where: { id: { in: memberships.map(({ loginId }) => loginId) } },
      orderBy: [{ person: { lastName: "asc" } }, { person: { firstName: "asc" } }],
      select: {
        id: true,
        loginName: true,
        status: true,
        homePracticeId: true,
        person: { select: { firstName: true, lastName: true } },
        factors: {
          where: { kind: { in: ["totp", "passkey"] }, confirmedAt: { not: null } },
          select: { id: true },
          take: 1,
        },
      },
    });
    return logins.flatMap((login) =>
      memberships
        .filter(({ loginId }) => loginId === login.id)
        .map(({ role }) => ({
          loginId: login.id,
          name: `${login.person.firstName} ${login.person.lastName}`,
          loginName: login.loginName,
          role,
          status: login.status,
          hasFactor: login.factors.length > 0,
          mayReset:
            login.status === "active" &&
            login.id !== actor.loginId &&
            login.homePracticeId === actor.practiceId,
        })),
    );
  });
}
