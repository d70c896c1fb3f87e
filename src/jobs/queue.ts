import type { Tx } from "@/db/client";

/** Every task the worker knows. A payload always carries its practice; the handler sets the context from it (S12). */
export interface TaskPayloads {
  /** One try of a delivery. */
  deliver: { practiceId: string; deliveryId: string };
  /** Asks the provider about a text that was sent. */
  follow_text: { practiceId: string; deliveryId: string };
  /** Asks a lab what it did with the cases of one connection. */
  follow_lab: { practiceId: string; connectionId: string };
  /** Reads one case at its lab, which said that something happened to it. */
  read_lab_case: { practiceId: string; connectionId: string; labCaseId: string };
}

export type TaskName = keyof TaskPayloads;

/**
 * Puts a task on the queue in the caller's transaction, through our SECURITY DEFINER function (S12): committed with
 * the change, gone with a rollback. The queue only wakes handlers; what is due lies in our own rows.
 */
export async function enqueue<Name extends TaskName>(
  tx: Pick<Tx, "$executeRaw">,
  task: Name,
  payload: TaskPayloads[Name],
): Promise<void> {
  await tx.$executeRaw`select jobs.enqueue(${task}, ${JSON.stringify(payload)}::json)`;
}
