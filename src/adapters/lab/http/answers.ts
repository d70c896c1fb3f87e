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

const stage = z.number().int().min(1).max(999);
const stages = z.number().int().min(0).max(999);
const tooth = z.number().int().min(11).max(48);
const plan = z.object({
  id: z.string().min(1),
  number: z.number().int().min(1),
  upperStages: stages,
  lowerStages: stages,
  daysPerStage: z.number().int().min(1).max(365),
  attachmentsAtStage: stage.nullable(),
  ipr: z.array(
    z.object({
      between: z.tuple([tooth, tooth]),
      millimetres: z.number().positive(),
      beforeStage: stage,
    }),
  ),
  stopStages: z.array(stage),
  note: z.string().nullable(),
});

const report = z.object({
  id: z.string().min(1),
  sequence: z.number().int().min(1),
  status: z.enum(labCaseStatuses),
  at: instant,
  reason: z.string().nullable(),
  plan: plan.transform(({ id, ...rest }) => ({ planId: id, ...rest })).nullable(),
  tracking: z.string().nullable(),
});

const labCase = z.object({
  id: z.string().min(1),
  caseNumber: z.string(),
  status: z.enum(labCaseStatuses),
  receivedAt: instant.nullable(),
  updatedAt: instant,
  receivedScanIds: z.array(z.string()),
  receivedPhotoIds: z.array(z.string()),
  reports: z.array(report.transform(({ id, ...rest }) => ({ reportId: id, ...rest }))),
});

export const caseAnswer = z.object({ case: labCase });
export const casesAnswer = z.object({
  items: z.array(labCase),
  next: z.string().nullable(),
  hasMore: z.boolean(),
});

export const webhookAnswer = z.object({ webhook: z.object({ url: z.string() }) });

export const labErrorAnswer = z.object({
  error: z.object({ code: z.string().optional(), because: z.string().optional() }),
});

export function toLabCase({ id, ...rest }: z.infer<typeof labCase>): LabCase {
  return { labCaseId: id, ...rest };
}
