import fc from "fast-check";
import { expect, it } from "vitest";
import { beforeFirst, type ChainFacts, canonicalForm, hashesAfter } from "@/domain/audit/chain";
import { headLine, readHeadLine } from "@/domain/audit/heads";
import { isSound, stepOver, type Walk, walkStart } from "@/domain/audit/walk";
import { facts, madeChain, sha256 } from "./made-chain";

it("S19: form 1 is the array that docs/operating.md describes, and its hash stays what it is", () => {
  const text = canonicalForm(1, 1, beforeFirst.hash, facts(1, { detail: '{"reason": "x"}' }));
  expect(text).toBe(
    `["archway-audit-1","1","${"0".repeat(64)}","00000000-0000-7000-8000-000000000001",` +
      `"11111111-1111-7111-8111-111111111111","2026-11-22T16:06:00.000Z",null,null,"staff","Sam Example",` +
      `"record.viewed",null,null,null,"192.0.2.1","request 1","{\\"reason\\": \\"x\\"}"]`,
  );
  expect(sha256(text ?? "")).toBe(
    "a7b57db87fae9f778291b607b775c720e06876faf80406919eec90b7f38605f5",
  );
});

it("S19: a form that is not known fits no hash", () => {
  expect(canonicalForm(2, 1, beforeFirst.hash, facts(1))).toBeNull();
});

it("S19: a chain as it was sealed is sound from its first row to its last", () => {
  let walk: Walk = walkStart;
  for (const row of madeChain(50)) {
    expect(isSound(walk, row, sha256)).toBe(true);
    walk = stepOver(row);
  }
  expect(walk.head.sequence).toBe(50);
});

const columns = Object.keys(facts(1)) as (keyof ChainFacts)[];

it.each(columns)("S19: a change of %s alone is seen", (column) => {
  const [row] = madeChain(1);
  if (!row) throw new Error("no row");
  expect(isSound(walkStart, { ...row, [column]: "another" }, sha256)).toBe(false);
});

it("S19: two different rows never have one form, whatever their texts hold", () => {
  const text = fc.option(fc.string(), { nil: null });
  const pair = fc.record({ actorName: text, address: text, requestId: text, detail: text });
  fc.assert(
    fc.property(pair, pair, (one, other) => {
      const [left, right] = [one, other].map((more) =>
        canonicalForm(1, 1, beforeFirst.hash, facts(1, more)),
      );
      expect(left === right).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

it("S19: each hash depends on every row before it", () => {
  const rows = [facts(1), facts(2), facts(3)];
  const before = hashesAfter(beforeFirst, rows, sha256);
  const after = hashesAfter(beforeFirst, [facts(1, { address: null }), ...rows.slice(1)], sha256);
  expect(after.filter((hash, i) => hash === before[i])).toEqual([]);
});

it("S19: a kept head reads back from its line; a cut line is none", () => {
  const head = { on: "2026-11-22", chain: "installation", sequence: 12, hash: "ab".repeat(32) };
  expect(readHeadLine(headLine(head))).toEqual(head);
  expect(readHeadLine(headLine(head).slice(0, -1))).toBeNull();
  expect(readHeadLine("")).toBeNull();
});
