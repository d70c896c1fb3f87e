import { Temporal } from "temporal-polyfill";

/** What a refusal names, with its days as `YYYY-MM-DD`, for words and for the answer. */
export function plainDetail(detail: Readonly<Record<string, unknown>> | undefined) {
  return Object.fromEntries(
    Object.entries(detail ?? {}).map(([name, value]) => [
      name,
      value instanceof Temporal.PlainDate ? value.toString() : value,
    ]),
  );
}
