import { median } from "../load";
import { memoryOf } from "../messages/memory-of";
import { madeFile } from "./made-file";
import { ask, beginCase, type Portal, sendScan } from "./send-over";

interface Wish {
  readonly portal: Portal;
  readonly bare: Portal;
  readonly patientIds: readonly string[];
  readonly labId: string;
}

const LARGEST = 200_000_000;
const ROUNDS = 3;
const AT_ONCE = 10;
const FLAT_MEGABYTES = 150;

/**
 * 200 MB through the portal beside a bare stream to disk, one after the other; then ten at once, and what the web process
 * holds meanwhile. Prints the figures; answers whether they were kept.
 */
export async function measureUploads({ portal, bare, patientIds, labId }: Wish): Promise<boolean> {
  const file = madeFile("bench.stl", LARGEST);
  const cases: string[] = [];
  for (const patientId of patientIds.slice(0, AT_ONCE))
    cases.push(await beginCase(portal, patientId, labId));
  const [first = ""] = cases;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await megabytesPerSecond(() => sendScan(portal, first, "upper", file)));
    theirs.push(await megabytesPerSecond(() => ask(bare, "PUT", "/", file.bytes)));
  }
  const ratio = median(ours) / median(theirs);
  console.log(
    `\na scan of 200 MB, judged and kept: ${median(ours).toFixed(0)} MB/s, a bare stream to disk ${median(theirs).toFixed(0)} MB/s, ratio ${ratio.toFixed(2)} (no floor: the bare stream neither checks, nor judges, nor survives a power cut)`,
  );

  const held = watchMemory(Number(new URL(portal.url).port));
  const startedMs = performance.now();
  await Promise.all(cases.map((caseId) => sendScan(portal, caseId, "lower", file)));
  const seconds = (performance.now() - startedMs) / 1_000;
  const { before, most } = held.end();
  const growth = most - before;
  console.log(
    `${AT_ONCE} of them at once: ${seconds.toFixed(1)} s, ${((AT_ONCE * LARGEST) / 1e6 / seconds).toFixed(0)} MB/s; the web process held ${before.toFixed(0)} MB before and ${most.toFixed(0)} MB at most: ${growth.toFixed(0)} MB more  at most ${FLAT_MEGABYTES}  ${growth < FLAT_MEGABYTES ? "floor" : "ABOVE"}`,
  );
  return growth < FLAT_MEGABYTES;
}

async function megabytesPerSecond(send: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await send();
  return LARGEST / 1e3 / (performance.now() - startedMs);
}

function watchMemory(port: number) {
  const before = memoryOf(port);
  if (before === null) throw new Error("The web process's memory cannot be read here.");
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(port) ?? 0);
  }, 100);
  return {
    end() {
      clearInterval(timer);
      return { before, most };
    },
  };
}
