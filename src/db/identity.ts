import type { Database, IdentityModel, Tx } from "./client";
import type { Prisma } from "./generated/client";

/** Identity tables and nothing else. Only features/{access,registration,account,people,practices} import this (S12). */
export type IdentityTx = Pick<
  Prisma.TransactionClient,
  IdentityModel | "$queryRaw" | "$executeRaw"
>;

/** The identity tables inside a practice's transaction. */
export function identityIn(tx: Tx): IdentityTx {
  return tx as Prisma.TransactionClient;
}

/** One transaction over identity tables, before a practice is known. Tenant tables show no rows in it. */
export async function inIdentity<T>(
  db: Database,
  work: (tx: IdentityTx) => Promise<T>,
): Promise<T> {
  return db.prisma.$transaction((tx) => work(tx), { maxWait: 5_000, timeout: 15_000 });
}

/** Identity tables without a transaction: for one statement. */
export function identityOf(db: Database): IdentityTx {
  return db.prisma;
}
