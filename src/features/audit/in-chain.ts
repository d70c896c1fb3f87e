import type { Database, Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";

/** One transaction that sees one chain of the audit log: a practice's, or with null the installation's own (S19). */
export function inChain<T>(
  db: Database,
  practiceId: string | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (practiceId !== null) return inPractice(db, practiceId, work);
  return db.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('app.installation', 'on', true)`;
      return work(tx);
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
}
