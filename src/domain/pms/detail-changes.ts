/** What a patient may change of their own record in the portal, and the practice's system is told (R17). */
export const recordDetails = [
  "preferredName",
  "addressLine1",
  "addressLine2",
  "town",
  "postcode",
  "homePhone",
  "workPhone",
  "emergencyContactName",
  "emergencyContactPhone",
  "emergencyContactRelationship",
] as const;
export type RecordDetail = (typeof recordDetails)[number];

/** What staff alone change in the portal (S8), and the practice's system is told with the rest. */
export const staffDetails = ["mobilePhone", "email"] as const;
export type SentDetail = RecordDetail | (typeof staffDetails)[number];

export interface DetailChange {
  readonly field: SentDetail;
  /** What the record said before here; more than one when a change took the place of one that was on its way. */
  readonly befores: readonly (string | null)[];
  readonly after: string | null;
}

const phones: readonly SentDetail[] = [
  "mobilePhone",
  "homePhone",
  "workPhone",
  "emergencyContactPhone",
];
/** Digits that tell two numbers apart when one is written without its country. */
const tellingDigits = 8;

/**
 * Whether a change may be written over what the practice's system says (R50). `differs`: somebody changed it there too,
 * so it is shown and never overwritten silently.
 */
export function decideDetail(
  { field, befores, after }: DetailChange,
  theirs: string | null,
): "same" | "write" | "differs" {
  const form = phones.includes(field) ? phoneForm : textForm;
  if (form(theirs) === form(after)) return "same";
  const isKnown = befores.some((before) => form(before) === form(theirs));
  return form(theirs) === "" || isKnown ? "write" : "differs";
}

function textForm(value: string | null): string {
  return (value ?? "").normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

function phoneForm(value: string | null): string {
  return (value ?? "").replace(/\D/g, "").slice(-tellingDigits);
}
