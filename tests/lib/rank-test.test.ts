import { describe, expect, it } from "vitest";
import { signedRankTest } from "../../scripts/bench/rank-test";

const range = (count: number) => Array.from({ length: count }, (_, n) => n);

describe("S6: the rank test of the timing bench", () => {
  it("counts the ranks of the larger firsts, ties sharing theirs", () => {
    // Differences 1, -2, 3, -3, 5, 0: ranks 1, 2, 3.5, 3.5, 5.
    const pairs = [
      [2, 1],
      [1, 3],
      [6, 3],
      [1, 4],
      [9, 4],
      [7, 7],
    ] as const;
    expect(signedRankTest(pairs)).toMatchObject({ pairs: 5, rankSum: 1 + 3.5 + 5 });
  });

  it.each([
    // Exact critical values of Wilcoxon's table: T = 52 at n = 20 is p = 0.048, T = 37 is p = 0.0094.
    [52, 0.048],
    [37, 0.0094],
  ])("agrees with the exact table at n = 20, T = %i", (sum, exact) => {
    // The smallest ranks that together make the sum are the positive ones.
    let left = sum;
    const positive = new Set<number>();
    for (const rank of range(20).map((n) => 20 - n))
      if (rank <= left) {
        positive.add(rank);
        left -= rank;
      }
    const pairs = range(20).map((n): [number, number] =>
      positive.has(n + 1) ? [n + 1, 0] : [0, n + 1],
    );
    const { rankSum, p } = signedRankTest(pairs);
    expect(rankSum).toBe(sum);
    expect(Math.abs(p - exact)).toBeLessThan(0.003);
  });

  it("sees a shift that is small against the noise, in 200 pairs, and none where there is none", () => {
    let seed = 20_261_122;
    const noise = () => {
      // The generator of "Numerical Recipes"; 20 ms wide.
      seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
      return (seed / 2 ** 32) * 20;
    };
    const shifted = range(200).map((): [number, number] => [noise() + 2.5, noise()]);
    expect(signedRankTest(shifted).p).toBeLessThan(0.01);
    const alike = range(200).map((): [number, number] => [noise(), noise()]);
    expect(signedRankTest(alike).p).toBeGreaterThan(0.1);
  });

  it("says nothing of nothing", () => {
    expect(signedRankTest([]).p).toBe(1);
    expect(signedRankTest([[3, 3]]).p).toBe(1);
  });
});
