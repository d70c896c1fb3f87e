import type { Temporal } from "temporal-polyfill";
import { fromDay, fromInstant } from "@/db/time";
import type { SealingKeys } from "@/security/sealing";
import type { Chance } from "./chance";
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
}

export type DemoRole = "patient" | "guardian" | "orthodontist" | "staff" | "admin";

/** Days from today in the practice's calendar, at a minute after its midnight. */
export function moment(making: Making, days: number, minute: number): Temporal.Instant {
  return onDay(making, making.today.add({ days }), minute);
}

export function onDay(making: Making, day: Temporal.PlainDate, minute: number): Temporal.Instant {
  return day
    .toZonedDateTime({ timeZone: making.zone, plainTime: { hour: 0 } })
    .add({ minutes: minute })
    .toInstant();
}

/** Elapsed time before now. */
export function ago(making: Making, time: { days?: number; hours?: number; minutes?: number }) {
  const { days = 0, hours = 0, minutes = 0 } = time;
  return making.now.subtract({ hours: days * 24 + hours, minutes });
}

export const at = fromInstant;
export const on = fromDay;

export function dayBefore(making: Making, days: number): Temporal.PlainDate {
  return making.today.subtract({ days });
}
