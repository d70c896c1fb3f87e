import type { PlainTx } from "@/db/plain-transaction";
import { type Read, readInPractice } from "@/db/read";
import { sqlText } from "@/db/sql";
import type { Services } from "@/server/services";
import { reachOf, type ThreadMember } from "../thread-member";
import { aboutSql } from "./about-sql";
import type { About, AboutView } from "./schema";

const theirs = sqlText(
  aboutSql({ practice: "w.practice_id", patient: "w.patient_id", kind: "w.kind", id: "w.id" }),
);

/** Whether there is such a visit or stage of this patient, in this practice, for both sides to see. */
export async function isTheirs(
  tx: PlainTx,
  practiceId: string,
  patientId: string,
  { kind, id }: About,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ about: AboutView | null }[]>`
    select ${theirs} as about
    from (select ${practiceId}::uuid as practice_id, ${patientId}::uuid as patient_id, ${kind}::text as kind,
      ${id}::uuid as id) w`;
  return row?.about != null;
}

const found: Read = {
  name: "about",
  text: `
    select ${aboutSql({ practice: "$1", patient: "$2::uuid", kind: "$3::text", id: "$4::uuid" })} as about,
      (select t.id from tenant.thread t
        where t.practice_id = $1 and t.about_id = $4::uuid and t.about_kind = $3 and t.patient_id = $2::uuid
          and t.state <> 'closed' and (not $5::boolean or t.with_staff)
        order by t.last_message_at desc limit 1) as "threadId"`,
};

export interface FoundAbout {
  readonly about: AboutView;
  /** The thread about it that is not closed. */
  readonly threadId: string | null;
}

/** What is asked about, for the page that begins a thread; null where it is not this patient's, or gone (S12). */
export async function findAbout(
  services: Services,
  actor: ThreadMember,
  patientId: string,
  asked: About | null,
): Promise<FoundAbout | null> {
  if (asked === null) return null;
  const own = reachOf(actor).patientId ?? patientId;
  const values = [actor.practiceId, own, asked.kind, asked.id, reachOf(actor).withStaffOnly];
  const [row] = await readInPractice<{ about: AboutView | null; threadId: string | null }>(
    services.db,
    actor.practiceId,
    found,
    values,
  );
  return row?.about ? { about: row.about, threadId: row.threadId } : null;
}
