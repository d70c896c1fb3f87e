import * as z from "zod";

export const sessionParams = z.object({ id: z.uuid() });
export const sessionsEnded = z.object({ ended: z.int() });
export const stayed = z.object({ idleSecondsLeft: z.int() });

const ownSession = z.object({
  id: z.uuid(),
  isThisOne: z.boolean(),
  browser: z.string().nullable(),
  startedAt: z.iso.datetime({ offset: true }),
  lastSeenAt: z.iso.datetime({ offset: true }),
});
export const ownSessionsAnswer = z.object({ items: z.array(ownSession), next: z.null() });
