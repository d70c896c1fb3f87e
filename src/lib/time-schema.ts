import * as z from "zod";

/** No diary reaches further, and calendars and PostgreSQL agree on these years. */
const year = /^2[01]\d\d-/;

/** A calendar day of a diary, `YYYY-MM-DD`. */
export const diaryDay = z.iso.date().regex(year);

/** An instant with its offset, as ISO 8601. */
export const instant = z.iso.datetime({ offset: true });

/** An instant somebody wishes for: no finer than nanoseconds, which is what Temporal reads. */
export const wishedInstant = instant.regex(year).regex(/^[^.]+(\.\d{1,9}(Z|[+-].+))?$/);
