import * as z from "zod";
import { type LabCase, labCaseStatuses } from "@/ports/lab";
import { answeredInstant as instant } from "../../answered-instant";

const days = z.number().int().min(1);

export const discoveryAnswer = z.object({
  lab: z.string().min(1),
  name: z.string().min(1),
  issuer: z.url(),
  intakeUrl: z.url(),
  policy: z.object({
    reauthenticateEveryDays: days,
    inactiveAfterDays: days,
    cutOver: z.object({ at: instant, countsFrom: instant }).nullable(),
  }),
  uploadLimitBytes: z.number().int().min(1),
});

const labCase = z.object({
  id: z.string().min(1),
  caseNumber: z.string(),
  status: z.enum(labCaseStatuses),
  receivedAt: instant.nullable(),
  updatedAt: instant,
  receivedScanIds: z.array(z.string()),
});

export const caseAnswer = z.object({ case: labCase });
export const casesAnswer = z.object({
  items: z.array(labCase),
  next: z.string().nullable(),
  hasMore: z.boolean(),
});

export const labErrorAnswer = z.object({
  error: z.object({ code: z.string().optional(), because: z.string().optional() }),
});

export function toLabCase({ id, ...rest }: z.infer<typeof labCase>): LabCase {
  return { labCaseId: id, ...rest };
}
