import type { LabCase } from "@/ports/lab";
import { caseOf, orderOf, type SimulatedLab } from "./simulated-lab";

const moves = {
  received: [],
  in_review: [{ status: "in_review" }],
  needs_records: [
    { status: "in_review" },
    { status: "needs_records", reason: "The lower scan ends before the second molars" },
  ],
  planning: [{ status: "in_review" }, { status: "planning" }],
  plan_ready: [{ status: "in_review" }, { status: "planning" }, { status: "plan_ready" }],
} as const;

/** A case that the lab's people have taken to a status. */
export async function caseAt(
  lab: SimulatedLab,
  caseNumber: string,
  status: keyof typeof moves,
): Promise<LabCase> {
  const sent = await lab.port.submitCase(lab.access(), orderOf(caseNumber), `key-of-${caseNumber}`);
  const { labCaseId } = caseOf(sent);
  for (const move of moves[status]) await moved(lab, labCaseId, move);
  return caseOf(await lab.port.readCase(lab.access(), labCaseId));
}

/** A move that must be possible. */
export async function moved(lab: SimulatedLab, labCaseId: string, move: object): Promise<LabCase> {
  const answer = await lab.move(labCaseId, move);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return caseOf(await lab.port.readCase(lab.access(), labCaseId));
}

/** The plan that waits for the orthodontist. */
export function planOf({ reports }: LabCase): string {
  const planId = reports.findLast(({ plan }) => plan !== null)?.plan?.planId;
  if (planId === undefined) throw new Error("This case has no plan.");
  return planId;
}
