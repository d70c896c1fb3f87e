import type { Tx } from "@/db/client";
import { toDay } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import type { ProblemInput, Reported } from "./schema";

/**
 * The same thing told again while nobody has answered it: in the same words its first answer, in others
 * `already_reported` with the thread to go on in. Null: it is new.
 */
export async function reportAgain(
  tx: Tx,
  { practiceId, patientId }: Pick<PatientActor, "practiceId" | "patientId">,
  input: ProblemInput,
): Promise<Result<Reported, "already_reported"> | null> {
  const before = await tx.alignerProblem.findFirst({
    where: {
      practiceId,
      patientId,
      stageId: input.stageId,
      kind: input.kind,
      answeredAt: null,
      threadId: { not: null },
    },
    select: {
      id: true,
      threadId: true,
      noticedOn: true,
      words: true,
      advice: true,
      adviceFrom: true,
    },
  });
  if (before === null || before.threadId === null) return null;
  const { id, threadId, words, advice, adviceFrom } = before;
  const isSame =
    toDay(before.noticedOn).toString() === input.noticedOn &&
    (words ?? "") === input.words &&
    input.uploadIds.length === 0;
  if (!isSame) return refused("already_reported", { threadId });
  return ok({
    id,
    threadId,
    advice:
      advice === null ? null : { text: advice, from: adviceFrom === "plan" ? "plan" : "practice" },
  });
}
