import { Prisma } from "./generated/client";

/** A statement with its values, which a transaction of Prisma (`$executeRaw`) and plain `pg` can both run. */
export const sql = Prisma.sql;

/** Text of our own that stands in a statement as it is; never what somebody typed. */
export const sqlText = Prisma.raw;
