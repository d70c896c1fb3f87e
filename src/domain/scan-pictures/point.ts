/** In the scan's own axes, millimetres. */
export type Point = readonly [x: number, y: number, z: number];

export const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const times = (a: Point, by: number): Point => [a[0] * by, a[1] * by, a[2] * by];
export const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
