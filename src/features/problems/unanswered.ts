import { type Read, readInPractice } from "@/db/read";
import type { ProblemKind } from "@/domain/problems/problem-kind";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { NamedStage } from "./report-words";

/** A report that nobody of the practice has answered in its thread. Instants are ISO 8601, days `YYYY-MM-DD`. */
export interface UnansweredProblem {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly kind: ProblemKind;
  readonly stage: NamedStage;
  readonly noticedOn: string;
  readonly words: string | null;
  readonly hasPhoto: boolean;
  /** Null for one that was noted without a thread. */
  readonly threadId: string | null;
  readonly reportedAt: string;
}

interface Row extends Omit<UnansweredProblem, "reportedAt"> {
  readonly reportedAt: Date;
}

/** Own patients, or everybody of the practice (R52). */
export type Whose = "mine" | "all";

const pageSize = 30;

// Of patients who are still here. $1 practice, $2 the reader's person, $3 the whole practice.
const waiting = `tenant.aligner_problem a
  join tenant.patient p on p.practice_id = a.practice_id and p.id = a.patient_id and p.archived_at is null
  where a.practice_id = $1::uuid and a.answered_at is null
    and ($3::boolean or exists (select from tenant.practitioner o
      where o.practice_id = p.practice_id and o.id = p.practitioner_id and o.person_id = $2::uuid))`;

const listRead: Read = {
  name: "unanswered-problems",
  text: `select a.id, a.patient_id as "patientId",
      coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as "patientName", a.kind::text as kind,
      (select json_build_object('arch', st.arch, 'number', st.number, 'kind', st.kind, 'seriesKind', s.kind)
        from tenant.stage st
        join tenant.treatment_series s on s.practice_id = st.practice_id and s.id = st.series_id
        where st.practice_id = a.practice_id and st.id = a.stage_id) as stage,
      a.noticed_on::text as "noticedOn", a.words, a.upload_id is not null as "hasPhoto", a.thread_id as "threadId",
      a.reported_at as "reportedAt"
    from ${waiting} and ($4::timestamptz is null or (a.reported_at, a.id) > ($4, $5::uuid))
    order by a.reported_at, a.id limit ${pageSize + 1}`,
};

const countRead: Read = {
  name: "unanswered-problem-count",
  text: `select count(*)::int as count from ${waiting}`,
};

const reach = (actor: ClinicActor, whose: Whose) => [
  actor.practiceId,
  actor.personId,
  whose === "all",
];

/** How many reports wait for an answer (R25). */
export async function unansweredProblemCount(
  services: Services,
  actor: ClinicActor,
  whose: Whose,
): Promise<number> {
  const values = reach(actor, whose);
  const rows = await readInPractice<{ count: number }>(
    services.db,
    actor.practiceId,
    countRead,
    values,
  );
  return rows[0]?.count ?? 0;
}

/** The reports that wait, the longest first, in pages; `next` leads to the following one. */
export async function unansweredProblems(
  services: Services,
  actor: ClinicActor,
  { whose, after }: { readonly whose: Whose; readonly after?: string | undefined },
): Promise<{ readonly items: readonly UnansweredProblem[]; readonly next: string | null }> {
  const [, at, id] = cursor.exec(after ?? "") ?? [];
  const values = [...reach(actor, whose), at ?? null, id ?? null];
  const rows = await readInPractice<Row>(services.db, actor.practiceId, listRead, values);
  const items = rows
    .slice(0, pageSize)
    .map((row) => ({ ...row, reportedAt: row.reportedAt.toISOString() }));
  const last = rows.length > pageSize ? items.at(-1) : undefined;
  return { items, next: last ? `${last.reportedAt}_${last.id}` : null };
}

/** One nobody gave is as good as none: the first page. */
const cursor =
  /^(20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T[012]\d:[0-5]\d:[0-5]\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
