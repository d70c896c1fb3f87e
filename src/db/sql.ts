import { Prisma } from "./generated/client";

/** A statement with its values, which a transaction of Prisma (`$executeRaw`) and plain `pg` can both run. */
export const sql = Prisma.sql;
