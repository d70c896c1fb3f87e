import type { Temporal } from "temporal-polyfill";
import type { StoreTransaction } from "../store/open-store";

/** Midnight in New York, 26 February 2026, and what counts from 22 November 2024 on (R44). */
const shipped = {
  key: "alder",
  name: "Alder Aligner Laboratory",
  cutOverAt: "2026-02-26T05:00:00Z",
  countsFrom: "2024-11-22T05:00:00Z",
};

/** The two labs of the demo, where there are none yet: the second one's cut-over is ten days ahead. */
export async function insertDefaultLabs(
  store: StoreTransaction,
  now: Temporal.Instant,
): Promise<void> {
  const second = {
    key: "birch",
    name: "Birch Digital Orthodontics",
    cutOverAt: now.add({ hours: 10 * 24 }).toString(),
    countsFrom: now.subtract({ hours: 30 * 24 }).toString(),
  };
  for (const { key, name, cutOverAt, countsFrom } of [shipped, second]) {
    await store.query(
      `insert into lab (key, name, reauthenticate_days, inactive_days, cut_over_at, counts_from)
       values ($1, $2, 90, 30, $3, $4) on conflict do nothing`,
      [key, name, cutOverAt, countsFrom],
    );
  }
}
