import { expect, it } from "vitest";
import { createTurns } from "@/server/turns";

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

it("lets a few begin at once, the rest in order, and something else between", async () => {
  const inTurn = createTurns();
  const seen: string[] = [];
  for (let n = 0; n < 7; n += 1) inTurn(() => seen.push(String(n)));
  expect(seen).toEqual(["0", "1"]);
  for (let turns = 0; turns < 3; turns += 1) {
    await nextTurn();
    seen.push("-");
  }
  await nextTurn();
  expect(seen.filter((one) => one !== "-")).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
  expect(seen.indexOf("-")).toBeLessThan(seen.indexOf("6"));
  // Nothing is left over: the next one begins at once.
  await nextTurn();
  inTurn(() => seen.push("late"));
  expect(seen.at(-1)).toBe("late");
});
