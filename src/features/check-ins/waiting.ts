import { readInPractice } from "@/db/read";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { isoSql } from "./photo-schema";

/** A check-in without a verdict. */
export interface WaitingCheckIn {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  /** Null where the orthodontist asked without a stop. */
  readonly stageNumber: number | null;
  /** ISO 8601. */
  readonly submittedAt: string;
  readonly photoCount: number;
  /** The front photo, for a small picture. */
  readonly frontUploadId: string | null;
}

export interface WaitingPage {
  readonly items: readonly WaitingCheckIn[];
  /** Give it as `after` for the rest. */
  readonly next: string | null;
}

interface WaitingWish {
  /** The whole practice, and not the orthodontist's own patients alone (R52). */
  readonly everybody: boolean;
  /** A check-in: those that came in after it. */
  readonly after?: string | undefined;
}

const PER_PAGE = 30;

/** $1 practice, $2 the orthodontist's person, $3 everybody. */
const waiting = `from tenant.check_in c
  join tenant.patient p on p.practice_id = c.practice_id and p.id = c.patient_id and p.archived_at is null
  where c.practice_id = $1::uuid and c.state = 'submitted'
    and ($3::boolean or exists (select from tenant.practitioner o where o.practice_id = p.practice_id
      and o.id = p.practitioner_id and o.person_id = $2::uuid))`;

const countRead = {
  name: "waiting-check-ins-count",
  text: `select count(*)::int as count ${waiting}`,
};

const listRead = {
  name: "waiting-check-ins",
  text: `select c.id, c.patient_id as "patientId", coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as "patientName",
    (select st.number from tenant.stage st where st.practice_id = c.practice_id and st.id = c.stage_id) as "stageNumber",
    ${isoSql("c.submitted_at")} as "submittedAt",
    (select count(*)::int from tenant.check_in_photo f
      where f.practice_id = c.practice_id and f.check_in_id = c.id) as "photoCount",
    (select f.upload_id from tenant.check_in_photo f where f.practice_id = c.practice_id
      and f.check_in_id = c.id and f.view = 'front' order by f.with_aligner limit 1) as "frontUploadId"
    ${waiting}
    and ($4::uuid is null or (c.submitted_at, c.id) > (select a.submitted_at, a.id from tenant.check_in a
      where a.practice_id = $1::uuid and a.id = $4::uuid))
    order by c.submitted_at, c.id limit ${PER_PAGE + 1}`,
};

/** How many check-ins wait for a verdict (R24). */
export async function countWaitingCheckIns(
  services: Services,
  { practiceId, personId }: Pick<ClinicActor, "practiceId" | "personId">,
  { everybody }: Pick<WaitingWish, "everybody">,
): Promise<number> {
  const values = [practiceId, personId, everybody];
  const [row] = await readInPractice<{ count: number }>(services.db, practiceId, countRead, values);
  return row?.count ?? 0;
}

/** Those that wait for a verdict, the oldest first, a page at a time (R24). */
export async function waitingCheckIns(
  services: Services,
  { practiceId, personId }: ClinicActor,
  { everybody, after }: WaitingWish,
): Promise<WaitingPage> {
  const values = [practiceId, personId, everybody, after ?? null];
  const rows = await readInPractice<WaitingCheckIn>(services.db, practiceId, listRead, values);
  const items = rows.slice(0, PER_PAGE);
  return { items, next: rows.length > PER_PAGE ? (items.at(-1)?.id ?? null) : null };
}
