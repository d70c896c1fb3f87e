import type { Temporal } from "temporal-polyfill";
import { readInPractice } from "@/db/read";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { dayIn, type PlanRow } from "../load-facts";
import { isHeldAtStop, isOffTrack, overdueBy } from "../treatment-flags";
import { viewOf } from "../treatment-view";
import { type WorkNeed, workNeeds } from "./needs";
import { waitingSql } from "./waiting-sql";

/** Own patients, or everybody of the practice (R52). */
export type Whose = "mine" | "all";

/** A patient of whom something waits for the orthodontist. */
export interface WorkEntry {
  readonly id: string;
  /** Since when each need stands: an instant or a day, both ISO 8601, so that they sort as text. */
  readonly since: Readonly<Partial<Record<WorkNeed, string>>>;
  readonly openThreads: number;
  readonly openProblems: number;
}

interface Row {
  readonly id: string;
  readonly threads: number;
  readonly problems: number;
  readonly answer_since: Date | null;
  readonly check_in_since: Date | null;
  readonly approve_since: Date | null;
  readonly plan: PlanRow | null;
}

const waitingRead = { name: "doctor-waiting", text: waitingSql };

/**
 * All of whom something waits, without a limit: the tiles count these, and the lists are these (R52). Where one list
 * alone is asked for, plans are looked into only for those that are about them.
 */
export async function workList(
  services: Services,
  actor: ClinicActor,
  whose: Whose,
  show: WorkNeed | "needs" = "needs",
): Promise<WorkEntry[]> {
  const rows = await readInPractice<Row>(services.db, actor.practiceId, waitingRead, [
    actor.practiceId,
    actor.zone,
    actor.personId,
    services.now.toString(),
    whose === "all",
    show === "needs" || show === "off_track" || show === "stop",
  ]);
  const today = dayIn(actor.zone, services.now);
  return rows.map((row) => entryOf(row, today)).filter((entry) => needsOf(entry).length > 0);
}

export const needsOf = ({ since }: WorkEntry): WorkNeed[] =>
  workNeeds.filter((need) => since[need] !== undefined);

/** How many patients each list holds. */
export function workCounts(entries: readonly WorkEntry[]): Record<WorkNeed, number> {
  const counts = { answer: 0, check_in: 0, off_track: 0, stop: 0, approve: 0 };
  for (const entry of entries) for (const need of needsOf(entry)) counts[need]++;
  return counts;
}

/** A patient in one list; `since` is what the list is sorted by, as text. */
export interface ListedEntry {
  readonly entry: WorkEntry;
  readonly since: string;
}

/** One need's list, or all: first those who wait for words of ours, then who has waited longest, then by name. */
export function workOrder(entries: readonly WorkEntry[], show: WorkNeed | "needs"): ListedEntry[] {
  const sinceOf = ({ since }: WorkEntry): string => {
    if (show !== "needs") return since[show] ?? "";
    const asked = earliest([since.answer, since.check_in]);
    return asked === null
      ? `1${earliest([since.off_track, since.stop, since.approve]) ?? ""}`
      : `0${asked}`;
  };
  return entries
    .filter(({ since }) => show === "needs" || since[show] !== undefined)
    .map((entry) => ({ entry, since: sinceOf(entry) }))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** Where a patient stands in a list, and whether they still do: whoever has left it stands before the next in its order. */
export function placeIn(
  listed: readonly ListedEntry[],
  { id, since }: { readonly id: string | null; readonly since: string },
): { readonly index: number; readonly isListed: boolean } {
  const known = listed.findIndex(({ entry }) => entry.id === id);
  if (known >= 0) return { index: known, isListed: true };
  const following = listed.findIndex((other) => other.since >= since);
  return { index: following < 0 ? listed.length : following, isListed: false };
}

function earliest(times: readonly (string | undefined)[]): string | null {
  return times.filter((time) => time !== undefined).toSorted()[0] ?? null;
}

function entryOf(row: Row, today: Temporal.PlainDate): WorkEntry {
  const since: Partial<Record<WorkNeed, string>> = {};
  if (row.answer_since) since.answer = row.answer_since.toISOString();
  if (row.check_in_since) since.check_in = row.check_in_since.toISOString();
  if (row.approve_since) since.approve = row.approve_since.toISOString();
  if (row.plan !== null) {
    const treatment = viewOf(row.plan, today);
    if (isOffTrack(treatment)) {
      since.off_track = today.subtract({ days: overdueBy(treatment) }).toString();
    }
    if (isHeldAtStop(treatment)) {
      const { task } = treatment;
      since.stop = (task.kind === "stop_reached" ? task.sinceOn : null) ?? "";
    }
  }
  return { id: row.id, since, openThreads: row.threads, openProblems: row.problems };
}
