import { type Read, readInPractice } from "@/db/read";
import type { Services } from "@/server/services";
import { threadAboutSql } from "./about/about-sql";
import type { AboutView } from "./about/schema";
import { reachOf, type ThreadMember } from "./thread-member";

const heading: Read = {
  name: "thread-heading",
  text: `
    select t.subject, t.with_staff as "withStaff", ${threadAboutSql} as about
    from tenant.thread t
    where t.practice_id = $1 and t.id = $2
      and ($3::uuid is null or t.patient_id = $3) and (not $4::boolean or t.with_staff)`,
};

export interface ThreadHeading {
  readonly subject: string;
  readonly withStaff: boolean;
  /** Null: nothing in particular, or it is gone. */
  readonly about: AboutView | null;
}

/** What stands above a thread, before its messages are read; null for another's as for a missing one (S12). */
export async function threadHeading(
  services: Services,
  actor: ThreadMember,
  id: string,
): Promise<ThreadHeading | null> {
  const { patientId, withStaffOnly } = reachOf(actor);
  const values = [actor.practiceId, id, patientId, withStaffOnly];
  const [found] = await readInPractice<ThreadHeading>(
    services.db,
    actor.practiceId,
    heading,
    values,
  );
  return found ?? null;
}
