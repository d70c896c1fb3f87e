import { beforeAll, describe, expect, it } from "vitest";
import { inBatches } from "@/db/in-batches";
import { keepSchedule } from "@/server/schedule";
import { makePractice, openWorld } from "../../support/world";
import { countLeft, leaveBehind } from "./left-behind";

const world = await openWorld();
const practice = await makePractice(world);
const neighbour = await makePractice(world);

/** One round of every chore, as the worker does it when it starts. */
async function oneRound(): Promise<void> {
  await keepSchedule(world.runtime).stop();
}

const everything = {
  challenges: 2,
  codes: 2,
  sessions: 2,
  streaks: 2,
  browsers: 2,
  registrations: 2,
  links: 2,
  addresses: 2,
  limits: 2,
  keys: 1,
};

describe("what is left behind", () => {
  beforeAll(async () => {
    await leaveBehind(world, practice.id);
    await leaveBehind(world, neighbour.id);
  });

  it("stays while it counts", async () => {
    await world.advance("PT59M");
    await oneRound();
    expect(await countLeft(world, practice.id)).toEqual(everything);
  });

  it("S2, S3, S5, S16: goes when its day is over, in every practice; links outlive their address", async () => {
    await world.advance("PT24H");
    await oneRound();
    expect(await countLeft(world, practice.id)).toEqual({
      challenges: 0,
      codes: 0,
      sessions: 2,
      streaks: 0,
      browsers: 2,
      registrations: 0,
      links: 2,
      addresses: 0,
      limits: 0,
      keys: 0,
    });
    expect(await countLeft(world, neighbour.id)).toMatchObject({ keys: 0 });
  });

  it("goes at last altogether", async () => {
    await world.advance("P8D");
    await oneRound();
    expect(await countLeft(world, practice.id)).toMatchObject({
      sessions: 0,
      links: 0,
      browsers: 2,
    });
    await world.advance("P400D");
    await oneRound();
    expect(await countLeft(world, practice.id)).toMatchObject({ browsers: 0 });
  });
});

describe("a clean-up", () => {
  it("goes on in small steps until a step finds less than it may take", async () => {
    const rows = Array.from({ length: 7 }, (_, n) => n);
    const steps: number[] = [];
    const removed = await inBatches(async (most) => {
      const taken = rows.splice(0, most).length;
      steps.push(taken);
      return taken;
    }, 3);
    expect({ removed, steps }).toEqual({ removed: 7, steps: [3, 3, 1] });
  });
});
