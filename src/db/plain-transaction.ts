import type { PoolClient } from "pg";
import type { Database } from "./client";
import type { Prisma } from "./generated/client";
import { sql } from "./sql";
import { statementName } from "./statement-names";
import { retried } from "./transaction";

type Statement = TemplateStringsArray | Prisma.Sql;

/** Statements with their values: what a transaction of Prisma and one of plain `pg` both run. */
export interface PlainTx {
  $queryRaw<T = unknown>(statement: Statement, ...values: unknown[]): Promise<T>;
  /** Answers how many rows it changed. */
  $executeRaw(statement: Statement, ...values: unknown[]): Promise<number>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * As `inPractice`, over plain `pg`: for the hot paths only (experience.md, Speed), where Prisma costs more than the work.
 * The transaction begins together with its first statement, and statements that wait for none of the others go out
 * together. A thrown `RolledBack` undoes everything and is thrown on.
 */
export async function inPlainPractice<T>(
  db: Database,
  practiceId: string,
  work: (tx: PlainTx) => Promise<T>,
): Promise<T> {
  if (!uuid.test(practiceId)) throw new Error("practiceId is not a UUID");
  return retried(async () => {
    const client = await db.pool.connect();
    let broken: Error | undefined;
    try {
      const begun = client.query(`begin; set local app.practice_id = '${practiceId}'`);
      const [value] = await Promise.all([work(plain(client)), begun]);
      const { command } = await client.query("commit");
      if (command !== "COMMIT") throw new Error("a failed statement went unseen");
      return value;
    } catch (error) {
      // A connection that cannot roll back is not given back to the pool.
      await client.query("rollback").catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  });
}

function plain(client: PoolClient): PlainTx {
  const run = (statement: Statement, values: readonly unknown[]) => {
    const { text, values: all } = "raw" in statement ? sql(statement, ...values) : statement;
    return client.query({ name: statementName({ sql: text }), text, values: [...all] });
  };
  return {
    async $queryRaw<T>(statement: Statement, ...values: unknown[]) {
      const { rows } = await run(statement, values);
      return rows as T;
    },
    async $executeRaw(statement, ...values) {
      const { rowCount } = await run(statement, values);
      return rowCount ?? 0;
    },
  };
}
