export interface RankTest {
  /** Pairs whose two values differ; the others say nothing. */
  readonly pairs: number;
  /** Sum of the ranks of pairs whose first value is the larger. */
  readonly rankSum: number;
  /** How often chance alone would be as lopsided, both ways. */
  readonly p: number;
}

/**
 * Wilcoxon's signed-rank test for pairs (F. Wilcoxon, Biometrics Bulletin 1, 1945, 80–83), by its normal approximation
 * with the corrections for ties and continuity (E. L. Lehmann, Nonparametrics, 1975, section 3.2). Good from 20 pairs on.
 */
export function signedRankTest(pairs: readonly (readonly [number, number])[]): RankTest {
  const differences = pairs
    .map(([first, second]) => first - second)
    .filter((difference) => difference !== 0)
    .toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const count = differences.length;
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < count; ) {
    let until = from + 1;
    while (Math.abs(differences[until] ?? 0) === Math.abs(differences[from] ?? 0) && until < count)
      until += 1;
    // Equal differences share the mean of their places, which begin with 1.
    const rank = (from + 1 + until) / 2;
    for (const difference of differences.slice(from, until)) if (difference > 0) rankSum += rank;
    const alike = until - from;
    ties += alike ** 3 - alike;
    from = until;
  }
  const mean = (count * (count + 1)) / 4;
  const variance = (count * (count + 1) * (2 * count + 1)) / 24 - ties / 48;
  if (variance <= 0) return { pairs: count, rankSum, p: 1 };
  const z = Math.max(0, Math.abs(rankSum - mean) - 0.5) / Math.sqrt(variance);
  return { pairs: count, rankSum, p: Math.min(1, 2 * upperTail(z)) };
}

/** The chance that a standard normal value is above z ≥ 0 (Abramowitz and Stegun, 1964, 26.2.17; error below 7.5e-8). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const factors = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = factors.reduceRight((inner, factor) => (inner + factor) * t, 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
