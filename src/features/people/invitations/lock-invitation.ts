import type { Tx } from "@/db/client";
import { ok, type Result, refused } from "@/domain/result";
import { lockPeople } from "../roles/lock-people";

export type InvitationRefusal = "not_found" | "changed_meanwhile";

/** What a page showed of an invitation: its version. */
export interface SeenInvitation {
  readonly id: string;
  readonly version: number;
}

/** A waiting invitation of the practice, held. `changed_meanwhile`: it was sent again since the page was opened. */
export async function lockInvitation(
  tx: Tx,
  practiceId: string,
  { id, version }: SeenInvitation,
): Promise<Result<NonNullable<Awaited<ReturnType<typeof read>>>, InvitationRefusal>> {
  await lockPeople(tx, practiceId);
  const found = await read(tx, practiceId, id);
  if (!found) return refused("not_found");
  return found.version === version ? ok(found) : refused("changed_meanwhile");
}

function read(tx: Tx, practiceId: string, id: string) {
  return tx.invitation.findUnique({
    where: { practiceId_id: { practiceId, id } },
    select: {
      id: true,
      role: true,
      firstName: true,
      lastName: true,
      email: true,
      emailFolded: true,
      mobile: true,
      version: true,
    },
  });
}
