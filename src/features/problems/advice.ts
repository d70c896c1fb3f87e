import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { type ProblemKind, problemKinds } from "@/domain/problems/problem-kind";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { type AdviceTexts, adviceFields } from "./schema";

/** What was said beforehand about a kind of problem, and for whom. */
export interface Advice {
  readonly text: string;
  readonly from: "plan" | "practice";
}

const nothing: AdviceTexts = { lost: "", cracked: "", ill_fitting: "", other: "" };

/** The texts of a column; nothing said where nothing readable lies. */
export function adviceTexts(kept: unknown): AdviceTexts {
  const read = adviceFields.safeParse({ ...nothing, ...Object(kept) });
  return read.success ? read.data : nothing;
}

export function isSameAdvice(one: AdviceTexts, other: AdviceTexts): boolean {
  return problemKinds.every((kind) => one[kind] === other[kind]);
}

/** The plan's own words first, then the practice's; null: the orthodontist answers in the thread (R25). */
export async function adviceFor(
  tx: Tx,
  practiceId: string,
  planId: string,
  kind: ProblemKind,
): Promise<Advice | null> {
  const own = (await planAdvice(tx, practiceId, planId))[kind];
  if (own !== "") return { text: own, from: "plan" };
  const general = (await practiceAdvice(tx, practiceId))[kind];
  return general === "" ? null : { text: general, from: "practice" };
}

/** What was written for one plan. */
export async function planAdvice(tx: Tx, practiceId: string, planId: string): Promise<AdviceTexts> {
  const plan = await tx.treatmentPlan.findUnique({
    where: { practiceId_id: { practiceId, id: planId } },
    select: { problemAdvice: true },
  });
  return adviceTexts(plan?.problemAdvice);
}

/** What the practice says where a plan says nothing. */
export async function practiceAdvice(tx: Tx, practiceId: string): Promise<AdviceTexts> {
  const settings = await tx.practiceSettings.findUnique({
    where: { practiceId },
    select: { problemAdvice: true },
  });
  return adviceTexts(settings?.problemAdvice);
}

/** For the page that edits what the practice says. */
export function adviceOfPractice(
  services: Services,
  { practiceId }: Pick<ClinicActor, "practiceId">,
): Promise<AdviceTexts> {
  return inPractice(services.db, practiceId, (tx) => practiceAdvice(tx, practiceId));
}

/** For the page that edits a plan's own advice: it, and the practice's behind it. */
export async function adviceOfPlan(
  tx: Tx,
  practiceId: string,
  planId: string,
): Promise<{ readonly own: AdviceTexts; readonly practice: AdviceTexts }> {
  return {
    own: await planAdvice(tx, practiceId, planId),
    practice: await practiceAdvice(tx, practiceId),
  };
}
