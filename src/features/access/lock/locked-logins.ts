import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant, toInstant } from "@/db/time";
import { ALERT_AT_FAILURES, STREAK_HOURS } from "@/domain/access/lockout";
import type { Services } from "@/server/services";

/** A login of the practice that is locked, or whose streak of failures staff are alerted to (S5). */
export interface LockedLogin {
  readonly loginId: string;
  readonly loginName: string;
  readonly name: string;
  readonly role: "patient" | "guardian" | "orthodontist" | "staff" | "admin";
  readonly patientId: string | null;
  /** ISO 8601; null when no lock runs right now. */
  readonly lockedUntilAt: string | null;
  readonly failures: number;
  readonly lastFailureAt: string | null;
  /** A hundred failures or more in a row. */
  readonly isAlert: boolean;
}

const MOST = 100;

/** R14, S5: locked logins of the practice's people, those with an alert first. A streak counts for 24 hours. */
export async function lockedLogins(
  tx: Tx,
  services: Pick<Services, "now">,
  practiceId: string,
): Promise<LockedLogin[]> {
  const now = fromInstant(services.now);
  const counters = await identityIn(tx).lockCounter.findMany({
    where: {
      loginId: { not: null },
      OR: [
        { lockedUntilAt: { gt: now } },
        {
          consecutiveFailures: { gte: ALERT_AT_FAILURES },
          lastFailureAt: { gt: fromInstant(services.now.subtract({ hours: STREAK_HOURS })) },
        },
      ],
    },
    select: {
      loginId: true,
      consecutiveFailures: true,
      lastFailureAt: true,
      lockedUntilAt: true,
    },
  });
  const loginIds = [...new Set(counters.flatMap(({ loginId }) => loginId ?? []))];
  if (loginIds.length === 0) return [];
  const members = await tx.membership.findMany({
    where: { practiceId, loginId: { in: loginIds }, endedAt: null },
    orderBy: { createdAt: "asc" },
    select: { loginId: true, role: true, patientId: true },
  });
  const logins = await identityIn(tx).login.findMany({
    where: { id: { in: members.map(({ loginId }) => loginId) } },
    select: {
      id: true,
      loginName: true,
      person: { select: { firstName: true, lastName: true, preferredName: true } },
    },
    take: MOST,
  });
  const found = logins.flatMap(({ id, loginName, person }) => {
    const member = members.find(({ loginId }) => loginId === id);
    if (!member) return [];
    const own = counters.filter(({ loginId }) => loginId === id);
    const running = newest(own.map(({ lockedUntilAt }) => lockedUntilAt));
    const isRunning = running !== null && running > now;
    const failures = Math.max(...own.map(({ consecutiveFailures }) => consecutiveFailures));
    return {
      loginId: id,
      loginName,
      name: `${person.preferredName ?? person.firstName} ${person.lastName}`,
      role: member.role,
      patientId: member.patientId,
      lockedUntilAt: isRunning ? toInstant(running).toString() : null,
      failures,
      lastFailureAt: text(newest(own.map(({ lastFailureAt }) => lastFailureAt))),
      isAlert: failures >= ALERT_AT_FAILURES,
    };
  });
  return found.toSorted(
    (a, b) =>
      Number(b.isAlert) - Number(a.isAlert) ||
      b.failures - a.failures ||
      a.loginName.localeCompare(b.loginName),
  );
}

function newest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce<Date | null>(
    (latest, at) => (at !== null && (latest === null || at > latest) ? at : latest),
    null,
  );
}

function text(at: Date | null): string | null {
  return at && toInstant(at).toString();
}
