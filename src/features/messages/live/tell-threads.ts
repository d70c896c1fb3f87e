import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { sql, sqlText } from "@/db/sql";
import { liveChannel, type ThreadEvent } from "./live-event";

/**
 * Tells open pages of a thread once the transaction is committed, as an expression over a row of `tenant.thread`. Names
 * ids and a number alone: whoever may hear asks for the rest (S12, S23).
 */
export function threadNews(
  kind: ThreadEvent["kind"],
  row: "t" | "p",
  number: Prisma.Sql = sql`${sqlText(row)}.message_count`,
): Prisma.Sql {
  const of = sqlText(row);
  return sql`
    pg_notify(${liveChannel}, json_build_object('kind', ${kind}::text, 'practiceId', ${of}.practice_id, 'threadId', ${of}.id,
      'patientId', ${of}.patient_id, 'number', ${number}, 'withStaff', ${of}.with_staff)::text)::text`;
}

/** A thread's state, assignment or snooze changed: lists and counts are asked for again. */
export async function tellThread(tx: Tx, practiceId: string, threadId: string): Promise<void> {
  await tx.$queryRaw`
    select ${threadNews("state", "t")} from tenant.thread t
    where t.practice_id = ${practiceId}::uuid and t.id = ${threadId}::uuid`;
}
