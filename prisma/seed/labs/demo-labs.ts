import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { fromInstant } from "@/db/time";
import { SHIPPED_LAB_POLICY } from "@/domain/lab-connection/policy";
import { portOffsets } from "@/simulators/process/ports";
import { createChance } from "../chance";
import { insertAll } from "../rows";

export interface DemoLab {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly periodicDays: number;
  readonly inactiveDays: number;
  readonly cutOverAt: Temporal.Instant;
  readonly cutOverCountsFrom: Temporal.Instant;
}

/** The two labs of the installation: the shipped cut-over, and one whose cut-over is ten days ahead (R44). */
export function demoLabs(now: Temporal.Instant): DemoLab[] {
  const { cutOver, periodicDays, inactiveDays } = SHIPPED_LAB_POLICY;
  if (!cutOver) throw new Error("The shipped policy has a cut-over.");
  const chance = createChance("archway/labs");
  const since = Temporal.Instant.from("2024-01-01T00:00:00Z");
  const hour = now.round({ smallestUnit: "hour", roundingMode: "ceil" });
  const rule = { periodicDays, inactiveDays };
  return [
    {
      id: chance.id(since),
      key: "alder",
      name: "Alder Aligner Laboratory",
      ...rule,
      cutOverAt: cutOver.at,
      cutOverCountsFrom: cutOver.countsFrom,
    },
    {
      id: chance.id(since),
      key: "birch",
      name: "Birch Digital Orthodontics",
      ...rule,
      cutOverAt: hour.add({ hours: 10 * 24 }),
      cutOverCountsFrom: hour.subtract({ hours: 30 * 24 }),
    },
  ];
}

/** Below this address each lab's discovery document lies. */
export function labAddress(simulatorsPort: number, key: string): string {
  return `http://127.0.0.1:${simulatorsPort + portOffsets.lab}/labs/${key}`;
}

export async function writeLabs(
  client: pg.Client,
  labs: readonly DemoLab[],
  simulatorsPort: number,
): Promise<void> {
  await insertAll(
    client,
    "reference.lab",
    labs.map(({ cutOverAt, cutOverCountsFrom, ...lab }) => ({
      ...lab,
      baseUrl: labAddress(simulatorsPort, lab.key),
      cutOverAt: fromInstant(cutOverAt),
      cutOverCountsFrom: fromInstant(cutOverCountsFrom),
    })),
  );
}
