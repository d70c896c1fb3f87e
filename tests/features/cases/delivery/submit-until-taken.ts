import { setTimeout as pause } from "node:timers/promises";
import { makeSession } from "../../../support/people";
import type { World } from "../../../support/world";
import type { Scene } from "./case-rows";

interface Wish {
  /** Where the web process listens, when it does. */
  readonly web: string;
  readonly subjects: readonly { readonly caseId: string }[];
}

const AT_ONCE = 3;

/**
 * Presses "Submit" for each case, some beside each other, as a browser does: with one key for each, again and again until
 * there is an answer. Answers how often it was pressed.
 */
export async function submitUntilTaken(
  world: World,
  { actor }: Scene,
  { web, subjects }: Wish,
): Promise<number> {
  const waiting = [...subjects];
  let presses = 0;
  const submit = async (caseId: string) => {
    const key = crypto.randomUUID();
    for (;;) {
      const token = await makeSession(world, actor.practiceId, actor, "orthodontist");
      presses += 1;
      const answer = await fetch(`${web}/api/cases/${caseId}/submit`, {
        method: "POST",
        headers: {
          cookie: `archway-session=${token}`,
          origin: world.runtime.env.appUrl,
          "content-type": "application/json",
          "idempotency-key": key,
        },
        body: JSON.stringify({ version: 1 }),
      }).catch(() => null);
      if (answer?.ok) return;
      if (answer && answer.status < 500) throw new Error(`${answer.status} ${await answer.text()}`);
      await pause(100);
    }
  };
  const line = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await submit(next.caseId);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return presses;
}
