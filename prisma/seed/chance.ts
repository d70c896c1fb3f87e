import type { Temporal } from "temporal-polyfill";
import { uuidV7 } from "@/security/random";

/** Repeatable chance: the same name gives the same sequence on every machine. */
export interface Chance {
  /** A whole number in `[0, limit)`. */
  below(limit: number): number;
  /** A whole number in `[from, to]`. */
  between(from: number, to: number): number;
  /** True with the given probability, 0 to 1. */
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  bytes(length: number): Uint8Array<ArrayBuffer>;
  /** A UUIDv7 that sorts by the given moment (S12). */
  id(at: Temporal.Instant): string;
  /** A sequence of its own, so that more of one kind of row does not change all others. */
  fork(name: string): Chance;
}

export function createChance(name: string): Chance {
  const next = sequence(foldedName(name));
  const below = (limit: number) => Math.floor(next() * limit);
  const bytes = (length: number) => Uint8Array.from({ length }, () => below(256));
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    happens: (probability) => next() < probability,
    pick(list) {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error("Nothing to pick from.");
      return picked;
    },
    shuffled(list) {
      const left = [...list];
      for (let i = left.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const swap = left.splice(j, 1);
        left.push(...swap);
      }
      return left;
    },
    bytes,
    id: (at) => uuidV7(at.epochMilliseconds, bytes(10)),
    fork: (part) => createChance(`${name}/${part}`),
  };
}

/** FNV-1a, 32 bits. */
function foldedName(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** A Weyl sequence through a mixing function with 32-bit constants; numbers in `[0, 1)`. */
function sequence(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
