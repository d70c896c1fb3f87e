import type { KeptSubmission } from "@/domain/offline/kept-submission";

/**
 * What a page asks the worker. A kept page of an older build asks too: kinds are added, never altered. What a worker
 * does not know it answers with null.
 */
export type Asked =
  /** A patient's page stands: keep what belongs beside it, send what waits. */
  | { readonly kind: "here"; readonly address: string; readonly owner: string }
  | { readonly kind: "keep"; readonly submissions: readonly KeptSubmission[] }
  /** Take one back that was not sent, or away that was refused. */
  | { readonly kind: "drop"; readonly key: string; readonly owner: string }
  /** The network seems to be back, or the person looks again. */
  | { readonly kind: "send"; readonly owner: string }
  /** Nothing is to be kept on this device any more; what waits to be sent stays. */
  | { readonly kind: "stop"; readonly owner: string }
  /** Logged out: nothing stays. */
  | { readonly kind: "wipe" };

/** What the worker says, as an answer or by itself. */
export type Said = {
  /** Of the asking page's login. */
  readonly submissions: readonly KeptSubmission[];
  /** Whether the server answered just now; null when it was not asked. */
  readonly online: boolean | null;
  /** How many were sent just now. */
  readonly sent: number;
  /** How many wait on this phone, whoever submitted them. */
  readonly waiting: number;
};
