/** The installation's limits (S3, S5, S7, S9). The demo and the browser stories raise the counting ones. */
export interface Limits {
  readonly codesPerLogin15Minutes: number;
  readonly codesPerLogin24Hours: number;
  readonly textsPerNumber24Hours: number;
  readonly textsPerAddressHour: number;
  readonly textsPerPrefixHour: number;
  readonly registrationsPerAddressHour: number;
  readonly resetMailsPerLoginHour: number;
  readonly linksPerPatientDay: number;
  readonly linksPerStaffDay: number;
}

const defaults: Limits = {
  codesPerLogin15Minutes: 3,
  codesPerLogin24Hours: 20,
  textsPerNumber24Hours: 6,
  textsPerAddressHour: 10,
  textsPerPrefixHour: 5,
  registrationsPerAddressHour: 30,
  resetMailsPerLoginHour: 3,
  linksPerPatientDay: 5,
  linksPerStaffDay: 100,
};

/** The limits in force; `raised` multiplies each by a thousand and is refused in production. */
export function limitsFor(kind: "default" | "raised"): Limits {
  if (kind === "default") return defaults;
  const raised: { -readonly [Name in keyof Limits]: number } = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof Limits)[])
    raised[name] = defaults[name] * 1000;
  return raised;
}
