/** How a refusal is answered: its status and the key of its words, so that a new reason does not compile without them. */
export interface RefusalAnswer {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;
  /** A key in `messages/`, for example `appointments.refusals.slot_taken`. */
  readonly words: string;
  /** The field of the form the words belong to. */
  readonly field?: string;
}

export type RefusalTable<Reason extends string> = Readonly<Record<Reason, RefusalAnswer>>;
