/** Texts that were sent, of one currency; empty while the provider has not told the price. */
export interface TextSum {
  readonly currency: string;
  readonly texts: number;
  readonly segments: number;
  readonly priceMicros: number;
}

/** Millionths of a currency's unit. */
export interface Money {
  readonly currency: string;
  readonly micros: number;
}

export interface TextsCost {
  readonly texts: number;
  readonly segments: number;
  /** What the provider has told, the largest first. */
  readonly known: readonly Money[];
  /** Texts whose price comes later. */
  readonly unpriced: number;
  /** What those may come to, by the same sums' price of a segment; null where there is none to go by. */
  readonly estimate: Money | null;
}

/** What texts come to. Estimated only from one currency's known prices, never from another month's (R51). */
export function textsCost(sums: readonly TextSum[]): TextsCost {
  const priced = new Map<string, { micros: number; segments: number }>();
  let [texts, segments, unpriced, unpricedSegments] = [0, 0, 0, 0];
  for (const sum of sums) {
    texts += sum.texts;
    segments += sum.segments;
    if (sum.currency === "") {
      unpriced += sum.texts;
      unpricedSegments += Math.max(sum.segments, sum.texts);
      continue;
    }
    const before = priced.get(sum.currency) ?? { micros: 0, segments: 0 };
    priced.set(sum.currency, {
      micros: before.micros + sum.priceMicros,
      segments: before.segments + Math.max(sum.segments, sum.texts),
    });
  }
  const known = [...priced]
    .filter(([, sum]) => sum.segments > 0)
    .map(([currency, { micros }]) => ({ currency, micros }))
    .sort((a, b) => b.micros - a.micros || a.currency.localeCompare(b.currency));
  const only = known.length === 1 ? known[0] : undefined;
  const perSegment = only ? only.micros / (priced.get(only.currency)?.segments ?? 1) : 0;
  const estimate =
    only && unpriced > 0
      ? { currency: only.currency, micros: Math.round(perSegment * unpricedSegments) }
      : null;
  return { texts, segments, known, unpriced, estimate };
}

/** A decimal number without sign or trailing noughts beyond cents: 7900 → "0.0079", 1500000 → "1.50". */
export function amountText(micros: number): string {
  const whole = Math.floor(micros / 1_000_000);
  const fraction = String(micros % 1_000_000).padStart(6, "0");
  return `${whole}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, "")}`;
}
