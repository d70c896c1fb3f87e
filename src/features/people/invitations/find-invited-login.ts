import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";

export interface InvitedLogin {
  readonly loginId: string;
  readonly personId: string;
  /** Made for an earlier invitation that nobody took up: what was typed then counts no more. */
  readonly isUnused: boolean;
}

/**
 * R12: the one login of whoever reads at that address and works, or worked, at any practice; or one that this practice
 * made for them and that was never set up. Patients' and guardians' logins are none: who works here has one of their own.
 */
export async function findInvitedLogin(
  tx: Tx,
  practiceId: string,
  emailFolded: string,
): Promise<InvitedLogin | null> {
  const logins = await identityIn(tx).login.findMany({
    where: {
      emailFolded,
      OR: [
        { status: "active", emailVerifiedAt: { not: null } },
        { status: "issued", homePracticeId: practiceId },
      ],
    },
    orderBy: [{ status: "desc" }, { createdAt: "asc" }, { id: "asc" }],
    select: { id: true, personId: true, status: true },
  });
  for (const { id: loginId, personId, status } of logins) {
    await tx.$executeRaw`select set_config('app.login_id', ${loginId}, true)`;
    const roles = await tx.$queryRaw<{ role: string }[]>`
      select role from tenant.membership where login_id = ${loginId}::uuid`;
    const isPatient = roles.some(({ role }) => role === "patient" || role === "guardian");
    const works = roles.some(({ role }) => role !== "patient" && role !== "guardian");
    const isUnused = status === "issued" && roles.length === 0;
    if (works || (status === "issued" && !isPatient)) return { loginId, personId, isUnused };
  }
  return null;
}
