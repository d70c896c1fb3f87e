import { QUESTION_TRIES } from "@/domain/registration/steps";

/** One of the records that match all four details. */
export interface Candidate {
  readonly id: string;
  readonly postcode: string | null;
  readonly isRegistered: boolean;
}

/** `again`: another try, with so many left; `open`: staff decide. */
export type AnswerOutcome =
  | { readonly kind: "settled"; readonly recordId: string }
  | { readonly kind: "again"; readonly triesLeft: number }
  | { readonly kind: "open" };

/**
 * R5: the postcode settles it when it stands on one of the records alone, and that one has no login yet. Any other
 * answer is answered alike, so that it tells nothing; where no postcode could settle it, or none is given, staff decide at once. `tries`
 * counts this one.
 */
export function decideAnswer(
  answer: string,
  candidates: readonly Candidate[],
  tries: number,
): AnswerOutcome {
  const couldSettle = candidates.some((candidate) => isSettledBy(candidate, candidates));
  if (!couldSettle || foldPostcode(answer) === "") return { kind: "open" };
  const [only, another] = candidates.filter((one) => isSamePostcode(answer, one.postcode));
  if (only && !another && !only.isRegistered) return { kind: "settled", recordId: only.id };
  const triesLeft = QUESTION_TRIES - tries;
  return triesLeft > 0 ? { kind: "again", triesLeft } : { kind: "open" };
}

function isSettledBy(candidate: Candidate, all: readonly Candidate[]): boolean {
  const { postcode } = candidate;
  if (candidate.isRegistered || postcode === null || foldPostcode(postcode) === "") return false;
  return all.every(
    (other) => other.id === candidate.id || !isSamePostcode(postcode, other.postcode),
  );
}

/** True when both name one delivery area, however they are written: `sw1a 1aa`, `SW1A1AA`; `D-80331`, `80331`. */
export function isSamePostcode(typed: string, known: string | null): boolean {
  const folded = foldPostcode(typed);
  return folded !== "" && known !== null && folded === foldPostcode(known);
}

/** Capitals and digits alone; without a country's letters before digits, and without the four digits of a ZIP+4. */
function foldPostcode(postcode: string): string {
  const plain = postcode
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  const digits = /^[A-Z]{0,2}(\d{4,})$/.exec(plain)?.[1];
  if (digits === undefined) return plain;
  return digits.length === 9 ? digits.slice(0, 5) : digits;
}
