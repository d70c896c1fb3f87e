import type { KeptChange } from "@/domain/offline/sending";
import { askWorker } from "./ask-worker";

type ShownChange = KeptChange & {
  /** Marked on this very page. */
  readonly isNew: boolean;
};

/** What waits or was refused of the page's login, and what a page needs for marking without a network. */
type Kept = {
  readonly changes: readonly ShownChange[];
  /** Whose page it is; nothing is kept before that is known. */
  readonly owner: string;
  /** The practice's time zone. */
  readonly zone: string;
  /** Said instead of the button while a change waits. */
  readonly waits: string;
};

/** What a page shows before the worker was asked. */
export const noChanges: Kept = { changes: [], owner: "", zone: "", waits: "" };

let kept = noChanges;
const markedHere = new Set<string>();
const listeners = new Set<() => void>();

/** For `useSyncExternalStore`. */
export const keptChanges = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  now: () => kept,
};

/** Shows what the worker says; all pages of this login show the same. */
export function showKept(change: Partial<Omit<Kept, "changes">>, said?: readonly KeptChange[]) {
  const changes = said?.map((each) => ({ ...each, isNew: markedHere.has(each.key) }));
  const next = { ...kept, ...change, ...(changes && { changes }) };
  if (JSON.stringify(next) === JSON.stringify(kept)) return;
  kept = next;
  for (const listener of listeners) listener();
}

type Marked = Pick<KeptChange, "key" | "patientId" | "stage" | "arch" | "changedOn">;

/** Leaves changes to the worker, to be sent when the network is back; false where it cannot keep them. */
export async function keepForLater(marked: readonly Marked[]): Promise<boolean> {
  const { owner } = kept;
  if (owner === "") return false;
  const markedAtMs = Date.now();
  for (const { key } of marked) markedHere.add(key);
  const changes = marked.map((change) => ({ ...change, owner, markedAtMs }));
  const said = await askWorker({ kind: "keep", changes });
  if (said === null) return false;
  showKept({}, said.changes);
  return true;
}
