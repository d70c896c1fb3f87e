import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import type { HeldMembership } from "./lock-membership";

/**
 * Ends a membership and its sessions at once, open streams with them (`tell_rights`). The practice's people are locked.
 * Refusal `last_admin`: nobody else who can log in would be an admin (R52).
 */
export async function endMembership(
  tx: Tx,
  services: Services,
  practiceId: string,
  { id, loginId, role }: HeldMembership,
): Promise<Result<{ sessions: number }, "last_admin">> {
  const identity = identityIn(tx);
  if (role === "admin" && (await isLastAdmin(tx, practiceId, loginId)))
    return refused("last_admin");
  const at = fromInstant(services.now);
  await tx.membership.update({
    where: { practiceId_id: { practiceId, id } },
    data: { endedAt: at },
    select: { id: true },
  });
  const { count } = await identity.session.updateMany({
    where: { membershipId: id, practiceId, endedAt: null },
    data: { endedAt: at, endedBy: "role_change" },
  });
  return ok({ sessions: count });
}

/** Whether no other active login is an admin here. One that was never set up may go: it cannot log in either. */
export async function isLastAdmin(tx: Tx, practiceId: string, loginId: string): Promise<boolean> {
  const admins = await tx.membership.findMany({
    where: { practiceId, role: "admin", endedAt: null },
    select: { loginId: true },
  });
  const active = await identityIn(tx).login.findMany({
    where: { id: { in: admins.map((one) => one.loginId) }, status: "active" },
    select: { id: true },
  });
  return active.length === 1 && active[0]?.id === loginId;
}
