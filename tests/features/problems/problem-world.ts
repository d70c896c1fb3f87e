import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { adviceTexts } from "@/features/problems/advice";
import { changePlanAdvice, changePracticeAdvice } from "@/features/problems/change-advice";
import { reportProblem } from "@/features/problems/report-problem";
import { type AdviceTexts, problemBody } from "@/features/problems/schema";
import { unansweredProblemCount, unansweredProblems } from "@/features/problems/unanswered";
import { makeClinicActor } from "../../support/people";
import type { World } from "../../support/world";
import { makeCast } from "../messages/thread-world";
import { makePlan, today } from "../treatment/made-plan";

/** A practice with an orthodontist, staff, and a patient who wears aligner 2 of both arches. */
export async function troubled(world: World) {
  const cast = await makeCast(world);
  const plan = await makePlan(world, cast.practice, cast.patient.patientId, {
    worn: { upper: 2, lower: 2 },
  });
  const practiceId = cast.practice.id;
  const admin = await makeClinicActor(world, practiceId, "admin");
  const day = (plusDays = 0) => today(world, cast.practice, plusDays);

  async function report(
    wish: Partial<{
      as: PatientActor;
      kind: "lost" | "cracked" | "ill_fitting" | "other";
      stageId: string;
      on: string;
      words: string;
      uploadIds: string[];
      key: string;
    }> = {},
  ) {
    const services = await world.services(
      wish.key === undefined ? {} : { idempotencyKey: wish.key },
    );
    const input = problemBody.parse({
      kind: wish.kind ?? "lost",
      stageId: wish.stageId ?? plan.stageId("upper", 2),
      noticedOn: wish.on ?? (await day()),
      words: wish.words ?? "The dog had it.",
      uploadIds: wish.uploadIds ?? [],
    });
    return reportProblem(services, wish.as ?? cast.patient, input);
  }

  return {
    ...cast,
    admin,
    plan,
    day,
    report,
    /** The same where a refusal would be a mistake of the test. */
    async reported(wish: Parameters<typeof report>[0] = {}) {
      const answer = await report(wish);
      if (!answer.ok) throw new Error(answer.reason);
      return answer.value;
    },
    rows: () =>
      inPractice(world.db, practiceId, (tx) =>
        tx.alignerProblem.findMany({ where: { practiceId } }),
      ),
    threads: () =>
      inPractice(world.db, practiceId, (tx) => tx.thread.count({ where: { practiceId } })),
    async advise(
      whose: "plan" | "practice",
      said: Partial<AdviceTexts>,
      seen: Partial<AdviceTexts> = {},
    ) {
      const services = await world.services();
      const texts = { advice: adviceTexts(said), seen: adviceTexts(seen) };
      return whose === "plan"
        ? changePlanAdvice(services, cast.doctor, { ...texts, id: cast.patient.patientId })
        : changePracticeAdvice(services, admin, texts);
    },
    async waiting(whose: "mine" | "all" = "mine", after?: string) {
      const services = await world.services();
      return {
        count: await unansweredProblemCount(services, cast.doctor, whose),
        list: await unansweredProblems(services, cast.doctor, { whose, after }),
      };
    },
  };
}
