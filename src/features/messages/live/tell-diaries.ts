import type { Tx } from "@/db/client";
import { liveChannel } from "./live-event";

/** Open diaries of the practice show anew what they show, once the transaction is committed (R36). Names nobody. */
export async function tellDiaries(tx: Tx, practiceId: string): Promise<void> {
  await tx.$executeRaw`
    select pg_notify(${liveChannel}, json_build_object('kind', 'diary', 'practiceId', ${practiceId}::text)::text)`;
}
