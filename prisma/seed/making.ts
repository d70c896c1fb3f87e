import type { Temporal } from "temporal-polyfill";
import { fromDay, fromInstant } from "@/db/time";
import type { SealingKeys } from "@/security/sealing";
import type { Chance } from "./chance";
import type { DemoFiles, StoredUpload } from "./files/demo-files";
import type { PracticeWords } from "./practices";
import type { Rows } from "./rows";

/** One practice being made: what every builder is given. */
export interface Making {
  readonly practiceId: string;
  readonly words: PracticeWords;
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** The practice's calendar day. */
  readonly today: Temporal.PlainDate;
  readonly chance: Chance;
  readonly rows: Rows;
  /** Files to store once all rows are written. */
  readonly uploads: StoredUpload[];
  readonly shared: Shared;
}

/** What the practices of an installation share. */
export interface Shared {
  /** Every login name given out so far (R12: unique in the installation). */
  readonly loginNames: Set<string>;
  /** Every address given out: one that two logins share logs nobody in (R12). */
  readonly emails: Set<string>;
  /** Stored hash of each role's demo password. */
  readonly passwordHashes: Readonly<Record<DemoRole, string>>;
  readonly sealingKeys: SealingKeys;
  /** Base32 secrets of authenticator apps, for the simulators' front door. */
  readonly totpSecrets: Map<string, string>;
  readonly simulatorsPort: number;
  readonly files: DemoFiles;
}

export type DemoRole = "patient" | "guardian" | "orthodontist" | "staff" | "admin";

export function onDay(making: Making, day: Temporal.PlainDate, minute: number): Temporal.Instant {
  return day
    .toZonedDateTime({ timeZone: making.zone, plainTime: { hour: 0 } })
    .add({ minutes: minute })
    .toInstant();
}

/** As `onDay`, for what has happened: today's later hours become an hour ago. */
export function doneOn(making: Making, day: Temporal.PlainDate, minute: number): Temporal.Instant {
  const wanted = onDay(making, day, minute);
  const latest = making.now.subtract({ hours: 1 });
  return wanted.epochMilliseconds > latest.epochMilliseconds ? latest : wanted;
}

/** Elapsed time before now. */
export function ago(making: Making, time: { days?: number; hours?: number; minutes?: number }) {
  const { days = 0, hours = 0, minutes = 0 } = time;
  return making.now.subtract({ hours: days * 24 + hours, minutes });
}

export const at = fromInstant;
export const on = fromDay;
