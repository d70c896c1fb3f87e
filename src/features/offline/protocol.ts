import type { KeptChange } from "@/domain/offline/sending";

/** What a page asks the worker. An older worker answers null to what it does not know. */
export type Asked =
  /** A patient's page stands: keep what belongs beside it, send what waits. */
  | { readonly kind: "here"; readonly address: string; readonly owner: string }
  | { readonly kind: "keep"; readonly changes: readonly KeptChange[] }
  /** Take one back that was not sent, or away that was refused. */
  | { readonly kind: "drop"; readonly key: string; readonly owner: string }
  /** The network seems to be back, or the person looks again. */
  | { readonly kind: "send"; readonly owner: string }
  /** Logged out: nothing stays. */
  | { readonly kind: "wipe" };

/** What the worker says, as an answer or by itself. */
export type Said = {
  /** Of the asking page's login. */
  readonly changes: readonly KeptChange[];
  /** Whether the server answered just now; null when it was not asked. */
  readonly online: boolean | null;
  /** How many were sent just now. */
  readonly sent: number;
  /** How many wait on this phone, whoever marked them. */
  readonly waiting: number;
};
