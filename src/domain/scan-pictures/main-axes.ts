import type { Point } from "./point";

type Rows = [number[], number[], number[]];

/** The main axes of points (x y z after one another), the longest first; unit vectors. */
export function mainAxes(points: readonly number[]): readonly [Point, Point, Point] {
  const spread = spreadOf(points);
  const turned: Rows = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  // Jacobi's turns: a matrix of three by three is straight long before these are over.
  for (let round = 0; round < 12; round += 1)
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      turn(spread, turned, p, q);
  const order = ([0, 1, 2] as const).toSorted((a, b) => (spread[b][b] ?? 0) - (spread[a][a] ?? 0));
  const axis = (place: number): Point => {
    const column = order[place] ?? 0;
    return [turned[0][column] ?? 0, turned[1][column] ?? 0, turned[2][column] ?? 0];
  };
  return [axis(0), axis(1), axis(2)];
}

function spreadOf(points: readonly number[]): Rows {
  const count = Math.max(1, points.length / 3);
  const middle = [0, 0, 0];
  points.forEach((value, i) => {
    middle[i % 3] = (middle[i % 3] ?? 0) + value / count;
  });
  const rows: Rows = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (let i = 0; i + 2 < points.length; i += 3) {
    const away = [0, 1, 2].map((axis) => (points[i + axis] ?? 0) - (middle[axis] ?? 0));
    for (const [r, row] of rows.entries())
      for (let c = 0; c < 3; c += 1) row[c] = (row[c] ?? 0) + (away[r] ?? 0) * (away[c] ?? 0);
  }
  return rows;
}

function turn(spread: Rows, turned: Rows, p: 0 | 1, q: 1 | 2): void {
  const off = spread[p][q] ?? 0;
  if (off === 0) return;
  const angle = 0.5 * Math.atan2(2 * off, (spread[q][q] ?? 0) - (spread[p][p] ?? 0));
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  for (const rows of [spread, turned])
    for (const row of rows) {
      const [a, b] = [row[p] ?? 0, row[q] ?? 0];
      row[p] = c * a - s * b;
      row[q] = s * a + c * b;
    }
  const [first, second] = [[...spread[p]], [...spread[q]]];
  for (let i = 0; i < 3; i += 1) {
    spread[p][i] = c * (first[i] ?? 0) - s * (second[i] ?? 0);
    spread[q][i] = s * (first[i] ?? 0) + c * (second[i] ?? 0);
  }
}
