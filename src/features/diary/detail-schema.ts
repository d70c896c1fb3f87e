import * as z from "zod";
import { diaryVisit } from "./schema";

const instant = z.iso.datetime({ offset: true });

/** A visit opened in the diary: how to ring, and what happened to it, the latest first. */
export const visitDetail = z.strictObject({
  visit: diaryVisit,
  /** Of the record, as people write it; mobile before home. */
  phone: z.string().nullable(),
  events: z.array(
    z.strictObject({
      id: z.uuid(),
      at: instant,
      /** As docs/states.md names it. */
      event: z.string(),
      startsAt: instant,
      byRole: z.enum(["patient", "guardian", "orthodontist", "staff", "admin"]).nullable(),
      /** At the time; null for the portal itself and for what came from elsewhere. */
      byName: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type VisitDetail = z.output<typeof visitDetail>;
