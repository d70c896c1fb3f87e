import type { WeeklyHours } from "@/domain/appointments/practice-times";
import { ok, type Result, refused } from "@/domain/result";

export type HoursRefusal = "hours_inverted" | "hours_overlap" | "validity_inverted";

interface Block extends WeeklyHours {
  /** Days `[validFromOn, validUntilOn)` as YYYY-MM-DD; open where missing. */
  readonly validFromOn?: string | null;
  readonly validUntilOn?: string | null;
}

/**
 * Hours of a week: every block ends after it begins, and no two of one weekday overlap while both hold, wherever they are:
 * nobody is in two places. Refusals name the `weekday`.
 */
export function checkWeek(blocks: readonly Block[]): Result<null, HoursRefusal> {
  for (const [index, block] of blocks.entries()) {
    const { weekday } = block;
    if (block.closesMinute <= block.opensMinute) return refused("hours_inverted", { weekday });
    if (block.validFromOn && block.validUntilOn && block.validUntilOn <= block.validFromOn) {
      return refused("validity_inverted", { weekday });
    }
    if (blocks.slice(0, index).some((other) => overlap(block, other))) {
      return refused("hours_overlap", { weekday });
    }
  }
  return ok(null);
}

function overlap(one: Block, other: Block): boolean {
  return (
    one.weekday === other.weekday &&
    one.opensMinute < other.closesMinute &&
    other.opensMinute < one.closesMinute &&
    begins(one) < ends(other) &&
    begins(other) < ends(one)
  );
}

const begins = ({ validFromOn }: Block) => validFromOn ?? "0";
const ends = ({ validUntilOn }: Block) => validUntilOn ?? "9";
