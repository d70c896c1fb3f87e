import * as z from "zod";

/** What stands before `.ics` in an address; anything without that ending is no file of ours. */
function beforeIcs(part: unknown): unknown {
  return typeof part === "string" && part.endsWith(".ics") ? part.slice(0, -4) : undefined;
}

export const visitFileParams = z.strictObject({
  id: z.preprocess(beforeIcs, z.uuid()).meta({ type: "string", format: "uuid" }),
});
export const visitFileQuery = z.strictObject({ patientId: z.uuid().optional() });
export type VisitFileRequest = z.output<typeof visitFileParams>;

/** 256 bits, base64url. */
export const feedParams = z.strictObject({
  token: z
    .preprocess(beforeIcs, z.string().regex(/^[A-Za-z0-9_-]{43}$/))
    .meta({ type: "string", pattern: "^[A-Za-z0-9_-]{43}$" }),
});
export type FeedRequest = z.output<typeof feedParams>;
