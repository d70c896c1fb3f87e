/** What the numbering plan says of a number (libphonenumber's types). */
export interface TextTarget {
  readonly type: string;
  /** ISO 3166-1 alpha-2; null for numbers of no country, such as satellite networks. */
  readonly country: string | null;
}

/** Why no text goes to a number: what such numbers cost is how toll fraud earns (R51). */
export type TargetRefusal = "line-costs-extra" | "line-takes-no-texts" | "no-country" | "country";

const refusedTypes: ReadonlyMap<string, TargetRefusal> = new Map([
  ["premium-rate", "line-costs-extra"],
  ["shared-cost", "line-costs-extra"],
  ["uan", "line-costs-extra"],
  ["pager", "line-costs-extra"],
  ["voicemail", "line-takes-no-texts"],
  ["toll-free", "line-takes-no-texts"],
]);

/**
 * Whether a text may go to a number at all; null: it may. `allowedCountries` null: the number was proved by its owner, or
 * named by an operator, and may be of any country. A landline is not refused here: the provider says so for nothing.
 */
export function targetRefusal(
  { type, country }: TextTarget,
  allowedCountries: readonly string[] | null,
): TargetRefusal | null {
  const byType = refusedTypes.get(type);
  if (byType) return byType;
  if (country === null) return "no-country";
  const isAllowed =
    allowedCountries === null ||
    allowedCountries.length === 0 ||
    allowedCountries.includes(country);
  return isAllowed ? null : "country";
}
