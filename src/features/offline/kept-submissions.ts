import type { KeptSubmission } from "@/domain/offline/kept-submission";
import { askWorker } from "./ask-worker";

type ShownSubmission = KeptSubmission & {
  /** Submitted on this very page. */
  readonly isNew: boolean;
};

/** What waits or was refused of the page's login, and what a page needs for working without a network. */
type Kept = {
  /** In the order they were submitted; gone once they were sent, taken back or, refused, seen. */
  readonly submissions: readonly ShownSubmission[];
  /** Whose page it is; nothing is kept before that is known. */
  readonly owner: string;
  /** The practice's time zone. */
  readonly zone: string;
  /** Said instead of the button while a change waits. */
  readonly waits: string;
};

/** What a page shows before the worker was asked. */
export const nothingKept: Kept = { submissions: [], owner: "", zone: "", waits: "" };

let kept = nothingKept;
const submittedHere = new Set<string>();
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`, with `nothingKept` for the server. */
export const keptSubmissions = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  now: () => kept,
};

/** Shows what the worker says; all pages of this login show the same. */
export function showKept(
  change: Partial<Omit<Kept, "submissions">>,
  said?: readonly KeptSubmission[],
) {
  const submissions = said
    ?.toSorted((one, other) => one.keptAtMs - other.keptAtMs)
    .map((each) => ({ ...each, isNew: submittedHere.has(each.key) }));
  const next = { ...kept, ...change, ...(submissions && { submissions }) };
  if (JSON.stringify(next) === JSON.stringify(kept)) return;
  kept = next;
  for (const listener of listeners) listener();
}

/**
 * Leaves submissions that got no answer to the worker, which sends them once, in order per route, when the network is
 * back, after the page is closed too where the browser can. False where nothing is kept here: say that it failed.
 * While one of a route waits, leave the next to the worker as well, so that it does not overtake.
 */
export async function keepForLater(
  submitted: readonly Pick<KeptSubmission, "key" | "patientId" | "route" | "body">[],
  keptAtMs: number,
): Promise<boolean> {
  const { owner } = kept;
  if (owner === "") return false;
  for (const { key } of submitted) submittedHere.add(key);
  const submissions = submitted.map((each) => ({ ...each, owner, keptAtMs }));
  const said = await askWorker({ kind: "keep", submissions });
  if (said === null) return false;
  showKept({}, said.submissions);
  return true;
}

/** Takes one back that was not sent, or away that was refused and seen. */
export async function dropKept(key: string): Promise<void> {
  const said = await askWorker({ kind: "drop", key, owner: kept.owner });
  if (said !== null) showKept({}, said.submissions);
}
