import type { PlainTx } from "@/db/plain-transaction";
import { inPractice } from "@/db/transaction";
import { mayAct } from "@/features/access/may-act";
import type { Services } from "@/server/services";
import type { ThreadMember } from "./thread-member";

/** A guardian may have been given rights to look alone (R10); everybody else in a thread may write. */
export async function mayWrite(tx: PlainTx, actor: ThreadMember): Promise<boolean> {
  return actor.kind === "clinic" || mayAct(tx, actor);
}

/** The same, asked by a page, so that it offers no box to write in. */
export function maySend(services: Services, actor: ThreadMember): Promise<boolean> {
  return inPractice(services.db, actor.practiceId, (tx) => mayWrite(tx, actor));
}
