/**
 * What a person submitted while no answer came: kept on their phone until our server has taken or refused it. It is
 * one `POST` of JSON with its idempotency key, so a try that did arrive counts once (S16). When it truly happened
 * belongs into the body, in the route's own words.
 */
export interface KeptSubmission {
  /** The idempotency key, the same at every try. */
  readonly key: string;
  /** Whose login submitted it; a digest, no name. Nobody else's session sends it. */
  readonly owner: string;
  /** A guardian's children each have their own (R10). */
  readonly patientId: string;
  /** A path of ours below `/api/`. What goes to one path keeps its order. */
  readonly route: string;
  /** Equal at every try, `patientId` included. */
  readonly body: Readonly<Record<string, unknown>>;
  /** When it was submitted on this phone, in milliseconds. */
  readonly keptAtMs: number;
  /** Why the server refused it, in its words, perhaps none; it is not sent again. */
  readonly refusal?: string;
}

export type SendVerdict = "sent" | "refused" | "later" | "log_in";

/** What an answer to a kept submission means; status 0 is none at all. Only what is sent or refused is over. */
export function sendVerdict(status: number): SendVerdict {
  if (status >= 200 && status < 300) return "sent";
  if (status === 401) return "log_in";
  if (status < 400 || status >= 500 || [408, 425, 429].includes(status)) return "later";
  return "refused";
}

export const isRefused = ({ refusal }: KeptSubmission) => refusal !== undefined;

/** Those to send now, in the order they were submitted: never another login's, nor what was refused. */
export function toSend(kept: readonly KeptSubmission[], owner: string): KeptSubmission[] {
  return kept
    .filter((each) => each.owner === owner && !isRefused(each))
    .toSorted((one, other) => one.keptAtMs - other.keptAtMs || (one.key < other.key ? -1 : 1));
}

/** What a page says of a kept submission: a change of aligner with its day, a message, or nothing more. */
export type KeptWhat =
  | { readonly kind: "change"; readonly arch: Arch; readonly stage: number; readonly on: string }
  | { readonly kind: "message" | "other" };

type Arch = "upper" | "lower" | "one";

/** The route that records a change of aligner. */
export const changeRoute = "/api/treatment/aligner-changes";
const messageRoute = /^\/api\/threads(?:\/[\w-]+\/messages)?$/;

export function whatIsKept({ route, body }: Pick<KeptSubmission, "route" | "body">): KeptWhat {
  const { arch, stage, changedOn } = body;
  if (route === changeRoute && typeof stage === "number" && typeof changedOn === "string")
    return {
      kind: "change",
      arch: arch === "upper" || arch === "lower" ? arch : "one",
      stage,
      on: changedOn,
    };
  return { kind: messageRoute.test(route) ? "message" : "other" };
}
