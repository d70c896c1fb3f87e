import type { Tx } from "@/db/client";
import { type ColleagueMailbox, colleagueMailboxes } from "./colleague-mailboxes";

/** The verified addresses of the practice's admins. */
export async function adminMailboxes(tx: Tx, practiceId: string): Promise<ColleagueMailbox[]> {
  const admins = await tx.membership.findMany({
    where: { practiceId, role: "admin", endedAt: null },
    select: { personId: true },
  });
  return colleagueMailboxes(
    tx,
    practiceId,
    admins.map(({ personId }) => personId),
  );
}
