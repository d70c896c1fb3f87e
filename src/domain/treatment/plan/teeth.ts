import type { Arch } from "@/domain/treatment/facts";

const fromMidline = [1, 2, 3, 4, 5, 6, 7, 8];
const quadrant = (number: number) => fromMidline.map((place) => number * 10 + place);

/** FDI numbers of an arch as one looks at the patient: their right side first. */
export const TEETH: Readonly<Record<Arch, readonly number[]>> = {
  upper: [...quadrant(1).toReversed(), ...quadrant(2)],
  lower: [...quadrant(4).toReversed(), ...quadrant(3)],
};

/** The fifteen contacts of an arch, each between two neighbours in its order. */
export const CONTACTS: Readonly<Record<Arch, readonly (readonly [number, number])[]>> = {
  upper: contactsOf("upper"),
  lower: contactsOf("lower"),
};

function contactsOf(arch: Arch): (readonly [number, number])[] {
  const teeth = TEETH[arch];
  return teeth.slice(1).map((tooth, index) => [teeth[index] ?? tooth, tooth] as const);
}

export function isToothOf(arch: Arch, tooth: number): boolean {
  return TEETH[arch].includes(tooth);
}

/** Whether two teeth of an arch touch, named in either order. */
export function areNeighbours(arch: Arch, one: number, other: number): boolean {
  const [at, there] = [TEETH[arch].indexOf(one), TEETH[arch].indexOf(other)];
  return at >= 0 && there >= 0 && Math.abs(at - there) === 1;
}

/** The teeth in the order of the arch; 31 lies beside 41. */
export function inArchOrder(arch: Arch, teeth: readonly number[]): number[] {
  return teeth.toSorted((a, b) => TEETH[arch].indexOf(a) - TEETH[arch].indexOf(b));
}
