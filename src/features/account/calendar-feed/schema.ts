import * as z from "zod";

/** `webcalUrl` opens the calendar program of a telephone or computer. */
export const feedAddress = z.strictObject({ url: z.url(), webcalUrl: z.string() });
export type FeedAddress = z.output<typeof feedAddress>;

export const feedRemoved = z.strictObject({ removed: z.boolean() });
