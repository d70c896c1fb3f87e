import type { ServerState } from "../../database/state";
import type { Bench } from "../seed";
import { compareSending } from "./sending";
import { compareThreads } from "./sizes";
import { measureStreams } from "./streams";

interface Place {
  readonly portal: string;
  readonly bare: string;
  readonly bench: Bench;
  readonly state: ServerState;
  readonly application: NodeJS.ProcessEnv;
}

const floor = 0.3;
const aim = 0.6;

/** A number given on the command line: `--count 200000`. */
function given(name: string, otherwise: number): number {
  const place = process.argv.indexOf(`--${name}`);
  const value = Number(process.argv[place + 1]);
  return place > 0 && Number.isInteger(value) && value > 0 ? value : otherwise;
}

/**
 * Messages: sending beside a bare insert, many open streams in one process, and opening a thread among `--count`
 * messages (10 million). `--streams` says how many are open (1,000). Answers whether the floors were kept.
 */
export async function benchMessages(place: Place): Promise<boolean> {
  const { portal, bare, bench, state, application } = place;
  await measureStreams({ portal, bench, streams: given("streams", 1_000), sends: 400 });
  const { ours, yardstick, ratio } = await compareSending(portal, bare, bench);
  const verdict = ratio >= aim ? "aim" : ratio >= floor ? "floor" : "BELOW";
  console.log(
    `sending a message, 16 at once: ${ours.toFixed(0)}/s, a bare Next route with one insert ${yardstick.toFixed(0)}/s, ratio ${ratio.toFixed(2)}  floor ${floor}  aim ${aim}  ${verdict}\n`,
  );
  const isFlat = await compareThreads(state, application, given("count", 10_000_000));
  return ratio >= floor && isFlat;
}
