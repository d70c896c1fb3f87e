import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { sql } from "@/db/sql";
import { liveChannel } from "./live-event";

/** Open diaries of the practice show anew what they show, once the transaction is committed (R36). Names nobody. */
export async function tellDiaries(tx: Tx, practiceId: string): Promise<void> {
  await tx.$executeRaw`select ${diaryNews(practiceId)}`;
}

/** The same as an expression, for a statement that writes besides. */
export function diaryNews(practiceId: string): Prisma.Sql {
  return sql`
    pg_notify(${liveChannel}, json_build_object('kind', 'diary', 'practiceId', ${practiceId}::text)::text)`;
}
