import * as z from "zod";

/** False: it was so already. */
export const changedAnswer = z.strictObject({ changed: z.boolean() });
