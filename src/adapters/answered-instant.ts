import { Temporal } from "temporal-polyfill";
import * as z from "zod";

/** An instant in somebody else's answer: ISO 8601 with offset. */
export const answeredInstant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue({ code: "custom", message: "not an instant" });
    return z.NEVER;
  }
});
