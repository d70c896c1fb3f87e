import type { Tx } from "@/db/client";

/** Until the transaction ends nobody else changes who works at the practice; the trigger of the last admin waits here too. */
export async function lockPeople(tx: Tx, practiceId: string): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('people ' || ${practiceId}::text, 0))`;
}
