import { Agent } from "node:http";
import { benchId } from "../bench-id";
import { inParallel } from "../bookings";
import { type Compared, compare } from "../load";
import { postOver } from "../post-over";
import type { Bench } from "../seed";
import { sendOver } from "./send-over";

const workers = 16;

/** Messages a second over HTTP, 16 at once into threads of many patients, against a bare Next route with one insert. */
export function compareSending(
  portal: string,
  bare: string,
  { tokens, practiceId }: Bench,
): Promise<Compared> {
  const agent = new Agent({ keepAlive: true });
  return compare(
    inParallel(async (worker, n) => {
      // A session may send 60 a minute: everybody in turn.
      const index = (worker + workers * n) % tokens.length;
      await sendOver(agent, portal, {
        threadId: benchId("bench-a", "thread", index),
        token: tokens[index] ?? "",
        key: `bench-send-${worker}-${n}`,
      });
    }),
    inParallel(async (worker, n) => {
      await postOver(
        agent,
        `${bare}/messages`,
        {
          practiceId,
          threadId: benchId("bench-a", "thread", 5_000 + worker),
          personId: benchId("bench-a", "person", worker),
          number: 1_000 + n,
          body: "A message of an ordinary length, as people write them about their tray.",
        },
        {},
      );
    }),
  );
}
