import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";

/** Photos are not asked for further ahead. */
const MOST_DAYS = 180;

/** By which day photos are wanted: today at the soonest. Refused: `due_in_past`, `due_too_far`. */
export function decideDueOn(
  text: string,
  today: Temporal.PlainDate,
): Result<Temporal.PlainDate, "due_in_past" | "due_too_far"> {
  const on = Temporal.PlainDate.from(text);
  const { days } = today.until(on);
  if (days < 0) return refused("due_in_past");
  return days > MOST_DAYS ? refused("due_too_far") : ok(on);
}
