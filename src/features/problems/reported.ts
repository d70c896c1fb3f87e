import { readInPractice } from "@/db/read";
import type { ProblemKind } from "@/domain/problems/problem-kind";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { NamedStage } from "./report-words";

/** A report as its patient and those who treat them see it. Instants are ISO 8601, days `YYYY-MM-DD`. */
export interface ReportedProblem {
  readonly id: string;
  readonly kind: ProblemKind;
  readonly stage: NamedStage;
  readonly noticedOn: string;
  readonly threadId: string | null;
  readonly reportedAt: string;
  readonly answeredAt: string | null;
  readonly advice: string | null;
  readonly adviceFrom: "plan" | "practice" | null;
  /** The orthodontist of the plan, who wrote the plan's advice. */
  readonly practitionerName: string | null;
}

interface Row extends Omit<ReportedProblem, "reportedAt" | "answeredAt"> {
  readonly reportedAt: Date;
  readonly answeredAt: Date | null;
}

const fields = `a.id, a.kind::text as kind, a.noticed_on::text as "noticedOn", a.thread_id as "threadId",
  a.reported_at as "reportedAt", a.answered_at as "answeredAt", a.advice, a.advice_from as "adviceFrom",
  json_build_object('arch', st.arch, 'number', st.number, 'kind', st.kind, 'seriesKind', s.kind) as stage,
  (select o.name from tenant.treatment_plan tp
    join tenant.practitioner o on o.practice_id = tp.practice_id and o.id = tp.practitioner_id
    where tp.practice_id = s.practice_id and tp.id = s.plan_id) as "practitionerName"
  from tenant.aligner_problem a
  join tenant.stage st on st.practice_id = a.practice_id and st.id = a.stage_id
  join tenant.treatment_series s on s.practice_id = st.practice_id and s.id = st.series_id
  where a.practice_id = $1::uuid and a.patient_id = $2::uuid`;

const latestRead = {
  name: "reported-problems",
  text: `select ${fields} order by a.answered_at is not null, a.reported_at desc limit 5`,
};

const threadRead = {
  name: "problem-of-thread",
  text: `select ${fields} and a.thread_id = $3::uuid`,
};

type Asker = Pick<PatientActor | ClinicActor, "practiceId">;

/** The latest reports about a patient, those without an answer first. */
export async function reportedProblems(
  services: Services,
  { practiceId }: Asker,
  patientId: string,
): Promise<ReportedProblem[]> {
  const values = [practiceId, patientId];
  return (await readInPractice<Row>(services.db, practiceId, latestRead, values)).map(shown);
}

/** The report a thread was opened with; null for any other thread. */
export async function problemOfThread(
  services: Services,
  { practiceId }: Asker,
  { patientId, threadId }: { readonly patientId: string; readonly threadId: string },
): Promise<ReportedProblem | null> {
  const values = [practiceId, patientId, threadId];
  const [row] = await readInPractice<Row>(services.db, practiceId, threadRead, values);
  return row ? shown(row) : null;
}

function shown({ reportedAt, answeredAt, ...row }: Row): ReportedProblem {
  return {
    ...row,
    reportedAt: reportedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
