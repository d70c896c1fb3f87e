import type { Database, Tx } from "./client";
import { sqlState } from "./errors";

const conflicts = new Set(["40P01", "40001"]);

/** Runs a transaction again after a deadlock or serialisation failure, three times at most (S16). */
export async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt < 4 && conflicts.has(sqlState(error) ?? "")) continue;
      throw error;
    }
  }
}

/**
 * Runs `work` in one transaction whose row-level security context is `practiceId` (S12). A deadlock or serialisation
 * failure runs it again, so `work` touches nothing but the database.
 */
export function inPractice<T>(
  db: Database,
  practiceId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return retried(() =>
    db.prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`select set_config('app.practice_id', ${practiceId}, true)`;
        return work(tx);
      },
      { maxWait: 5_000, timeout: 15_000 },
    ),
  );
}

/** Ends the transaction of `inPractice` without a trace and hands `value` back: for a refusal found after a write. */
export class RolledBack<T> extends Error {
  constructor(readonly value: T) {
    super("rolled back on purpose");
  }
}

/** Like `inPractice`, but a thrown `RolledBack` undoes everything and becomes the answer. */
export function inPracticeOrNothing<T>(
  db: Database,
  practiceId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return orNothing(() => inPractice(db, practiceId, work));
}

/** Makes a `RolledBack` that a transaction threw its answer. */
export async function orNothing<T>(transaction: () => Promise<T>): Promise<T> {
  try {
    return await transaction();
  } catch (error) {
    if (error instanceof RolledBack) return error.value as T;
    throw error;
  }
}
