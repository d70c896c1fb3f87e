import * as z from "zod";

export const ownDataRequest = z.strictObject({
  /** `json` for other programs (docs/own-data.md), `html` to read and print. */
  format: z.enum(["json", "html"]),
  /** Whose data; left out by who acts for exactly one, or for no patient. */
  patientId: z.uuid().optional(),
});
export type OwnDataRequest = z.output<typeof ownDataRequest>;

/** A file that the browser saves; the content is text. */
export const ownDataFile = z.object({
  fileName: z.string(),
  contentType: z.string(),
  content: z.string(),
});
export type OwnDataFile = z.output<typeof ownDataFile>;
