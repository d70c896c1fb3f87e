import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromDay, fromInstant } from "@/db/time";
import { RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import { orRefused } from "@/features/messages/send-message";
import { openThread } from "@/features/messages/start-thread";
import { writeMessage } from "@/features/messages/write-message";
import { dayIn } from "@/features/treatment/load-facts";
import { runningPlan } from "@/features/treatment/running-plan";
import type { Services } from "@/server/services";
import { adviceFor } from "./advice";
import type { ReportRefusal } from "./refusals";
import { type FoundStage, reportLine, reportText, stageIn } from "./report-words";
import { reportAgain } from "./reported-before";
import type { ProblemInput, Reported } from "./schema";

/** Further back a day is a slip of the finger. */
const LONGEST_AGO_DAYS = 365;

/**
 * Something is wrong with an aligner (R25): opens a thread about it and answers with what the orthodontist said
 * beforehand, if anything. Told twice in the same words it stays one. Refusals: those of a message, `no_plan`,
 * `stage_unknown`, `in_future`, `long_ago`, `words_needed` for something else, `already_reported`.
 */
export function reportProblem(
  services: Services,
  actor: PatientActor,
  input: ProblemInput,
): Promise<Result<Reported, ReportRefusal>> {
  return orRefused(() =>
    submitOnce(services, actor, "POST /api/treatment/problems", input, report),
  );
}

async function report(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  input: ProblemInput,
): Promise<Result<Reported, ReportRefusal>> {
  if (!(await mayAct(tx, actor))) return refused("view_only");
  // Reports about one plan follow each other, so that a second tab sees the first one's.
  const running = await runningPlan(tx, actor, "locked");
  if (!running.ok) return running;
  const plan = running.value;
  const stage = stageIn(plan, input.stageId);
  if (stage === undefined) return refused("stage_unknown");
  const today = dayIn(actor.zone, services.now);
  const noticedOn = Temporal.PlainDate.from(input.noticedOn);
  if (Temporal.PlainDate.compare(noticedOn, today) > 0) return refused("in_future");
  if (Temporal.PlainDate.compare(noticedOn, today.subtract({ days: LONGEST_AGO_DAYS })) < 0)
    return refused("long_ago");
  if (input.kind === "other" && input.words === "") return refused("words_needed");
  const before = await reportAgain(tx, actor, input);
  if (before !== null) return before;
  const advice = await adviceFor(tx, actor.practiceId, plan.id, input.kind);
  const threadId = await beginThread(tx, services, actor, input, stage);
  const id = services.random.uuid();
  await tx.alignerProblem.create({
    data: {
      practiceId: actor.practiceId,
      id,
      patientId: actor.patientId,
      stageId: stage.id,
      kind: input.kind,
      noticedOn: fromDay(noticedOn),
      words: input.words === "" ? null : input.words,
      uploadId: input.uploadIds[0] ?? null,
      threadId,
      reportedByPersonId: actor.personId,
      reportedAt: fromInstant(services.now),
      advice: advice?.text ?? null,
      adviceFrom: advice?.from ?? null,
    },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "problem.reported",
    practiceId: actor.practiceId,
    objectKind: "aligner_problem",
    objectId: id,
    patientId: actor.patientId,
    detail: { kind: input.kind, arch: stage.arch, stage: stage.number, advice: advice?.from ?? "" },
  });
  return ok({ id, threadId, advice: advice && { ...advice } });
}

/** The thread with the report as its first message and the photos on it; whatever is refused here undoes all of it. */
async function beginThread(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  input: ProblemInput,
  stage: FoundStage,
): Promise<string> {
  const { kind, noticedOn, words, uploadIds } = input;
  const language = services.request.language;
  const subject = reportLine(language, kind, stage);
  const opened = await openThread(tx, services, actor, actor.patientId, subject);
  if (!opened.ok) throw new RolledBack(opened);
  const threadId = opened.value;
  const written = await writeMessage(tx, services, actor, {
    threadId,
    body: reportText(language, { kind, stage, noticedOn, words }),
    attachmentIds: uploadIds,
  });
  if (!written.ok) throw new RolledBack(written);
  if (written.value.attachments.some((upload) => upload.kind !== "photo"))
    throw new RolledBack(refused("attachment_unknown"));
  return threadId;
}
