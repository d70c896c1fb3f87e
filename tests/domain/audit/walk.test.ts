import { expect, it } from "vitest";
import { canonicalForm, hashesAfter, isSealedAs, type SealedRow } from "@/domain/audit/chain";
import {
  type Broken,
  contradicted,
  cutShort,
  diagnose,
  isSound,
  stepOver,
  type Walk,
  walkStart,
} from "@/domain/audit/walk";
import { facts, madeChain, sha256 } from "./made-chain";

/** Walks as the verifier does, with every row at hand. */
function firstBroken(rows: readonly SealedRow[]): Broken | null {
  let walk: Walk = walkStart;
  for (const row of rows.toSorted((a, b) => a.seal.sequence - b.seal.sequence)) {
    if (!isSound(walk, row, sha256)) {
      const suspects = {
        followers: rows.filter(({ seal }) => seal.previousHash === walk.head.hash),
        longest: rows.length,
        contentSealedAs:
          rows.find((other) => other.id !== row.id && isSealedAs(row, other.seal, sha256))?.seal
            .sequence ?? null,
      };
      return diagnose(walk, row, suspects, sha256);
    }
    walk = stepOver(row);
  }
  return null;
}

const chain = madeChain(9);
const at = (number: number): SealedRow => {
  const row = chain[number - 1];
  if (!row) throw new Error(`no row ${number}`);
  return row;
};
const numbered = (row: SealedRow, sequence: number): SealedRow => ({
  ...row,
  seal: { ...row.seal, sequence },
});
const without = (...numbers: number[]) =>
  chain.filter(({ seal }) => !numbers.includes(seal.sequence));
const forged = (number: number, previousHash: string): SealedRow => {
  const row = facts(77);
  const hash = sha256(canonicalForm(1, number, previousHash, row) ?? "");
  return { ...row, seal: { sequence: number, previousHash, hash, form: 1 } };
};
const shifted = (from: number, by: number) =>
  chain.map((row) => (row.seal.sequence >= from ? numbered(row, row.seal.sequence + by) : row));

const changedAndSealed = (() => {
  const changed = { ...at(5), actorName: "Somebody Else" };
  const [hash = ""] = hashesAfter({ sequence: 4, hash: at(4).seal.hash }, [changed], sha256);
  return { ...changed, seal: { ...at(5).seal, hash } };
})();

it.each<[string, SealedRow[], Partial<Broken>]>([
  [
    "a changed row",
    [...without(5), { ...at(5), actorName: "X" }],
    { what: "changed", sequence: 5, id: at(5).id },
  ],
  [
    "a changed row with a hash of its own",
    [...without(5), changedAndSealed],
    { what: "changed", sequence: 5, id: at(5).id },
  ],
  ["a deleted row", without(5), { what: "missing", sequence: 5, id: null, detail: "1" }],
  ["three deleted rows", without(4, 5, 6), { what: "missing", sequence: 4, detail: "3" }],
  ["the first row deleted", without(1), { what: "missing", sequence: 1 }],
  [
    "a deleted row, the later ones numbered anew",
    shifted(6, -1).filter(({ id }) => id !== at(5).id),
    { what: "missing", sequence: 5, detail: "1" },
  ],
  [
    "two rows whose numbers were swapped",
    [...without(5, 6), numbered(at(5), 6), numbered(at(6), 5)],
    { what: "reordered", sequence: 5, id: at(6).id, detail: "6" },
  ],
  [
    "two rows whose whole places were swapped",
    [...without(5, 6), { ...at(5), seal: at(6).seal }, { ...at(6), seal: at(5).seal }],
    { what: "reordered", sequence: 5, id: at(6).id, detail: "6" },
  ],
  [
    "a row moved to the end",
    [...without(5), numbered(at(5), 10)],
    { what: "reordered", sequence: 5, id: at(5).id, detail: "5" },
  ],
  [
    "a row between two others, with no right hash",
    [...shifted(5, 1), { ...forged(5, "00"), seal: { ...forged(5, "00").seal, hash: "11" } }],
    { what: "inserted", sequence: 5, id: facts(77).id },
  ],
  [
    "a row between two others, sealed by the rule",
    [...shifted(5, 1), forged(5, at(4).seal.hash)],
    { what: "inserted", sequence: 5, id: facts(77).id },
  ],
  [
    "a row with a number twice",
    [...chain, forged(5, at(5).seal.hash)],
    { what: "inserted", sequence: 5 },
  ],
  [
    "a row with an unknown form",
    [...without(5), { ...at(5), seal: { ...at(5).seal, form: 9 } }],
    { what: "changed", sequence: 5 },
  ],
])("S19: names %s", (_, rows, broken) => {
  expect(firstBroken(rows)).toMatchObject(broken);
});

it("S19: a chain that was sealed anew contradicts the head that was kept of it", () => {
  const kept = { on: "2026-11-21", chain: "installation", sequence: 5, hash: at(5).seal.hash };
  expect(contradicted(at(5), [kept])).toBeNull();
  expect(contradicted(changedAndSealed, [kept])).toEqual(kept);
});

it("S19: a chain that ends before a kept head was cut short", () => {
  const kept = { on: "2026-11-21", chain: "installation", sequence: 9, hash: at(9).seal.hash };
  expect(cutShort(stepOver(at(9)), [kept])).toBeNull();
  expect(cutShort(stepOver(at(7)), [kept])).toEqual({
    what: "missing",
    sequence: 8,
    id: null,
    detail: "2",
  });
});
