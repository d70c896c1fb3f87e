import type { PlainTx } from "@/db/plain-transaction";
import { sql } from "@/db/sql";
import type { ClinicActor } from "@/features/access/actors";

interface Written {
  readonly threadId: string;
  /** The number of the message that was just written. */
  readonly number: number;
  /** Up to which message the writer says to have seen the thread. */
  readonly seenUpTo: number;
}

/**
 * The newest answer of a colleague that stands before a message just written, and that its writer had neither read nor
 * says to have seen (R40). Nothing once the patient's side wrote after it, and no automatic reply. Ask after the message
 * was written: then nobody else writes in between.
 */
export async function answeredMeanwhile(
  tx: PlainTx,
  { practiceId, personId }: ClinicActor,
  { threadId, number, seenUpTo }: Written,
): Promise<{ readonly name: string; readonly number: number } | null> {
  const rows = await tx.$queryRaw<{ name: string; number: number }[]>(sql`
    select m.author_name as name, m.number from tenant.message m
    where m.practice_id = ${practiceId}::uuid and m.thread_id = ${threadId}::uuid and m.number < ${number}
      and m.number > greatest(${seenUpTo}::int, (
        select r.read_up_to from tenant.thread_reader r
        where r.practice_id = m.practice_id and r.thread_id = m.thread_id and r.person_id = ${personId}::uuid
      ), (
        select max(p.number) from tenant.message p
        where p.practice_id = m.practice_id and p.thread_id = m.thread_id and p.author_role in ('patient', 'guardian')
      ))
      and m.author_role not in ('patient', 'guardian') and m.author_person_id <> ${personId}::uuid
      and m.automatic_for is null
    order by m.number desc limit 1`);
  return rows[0] ?? null;
}
