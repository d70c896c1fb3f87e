import * as z from "zod";
import { CASE_STATES } from "@/domain/cases/case-moves";
import {
  ARCHES_TREATED,
  AS_NEEDED,
  BITE_AIMS,
  CASE_MISSING,
  CROSSBITE_AIMS,
  CROWDING_WAYS,
  isTooth,
  MIDLINE_MOVES,
  SPACE_AIMS,
  TOOTH_WISHES,
} from "@/domain/cases/prescription";

const id = z.uuid().toLowerCase();
export const CASE_STEPS = ["prescription", "records", "consent", "review"] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

const shift = z.strictObject({
  move: z.enum(MIDLINE_MOVES),
  millimetres: z.number().min(0).max(5).multipleOf(0.25),
});

export const prescriptionBody = z.strictObject({
  arches: z.enum(ARCHES_TREATED),
  goal: z.string().max(500, "too_long"),
  teeth: z
    .array(
      z.strictObject({
        tooth: z.int().refine(isTooth),
        wishes: z.array(z.enum(TOOTH_WISHES)).min(1).max(TOOTH_WISHES.length).readonly(),
      }),
    )
    .max(32)
    .refine((teeth) => new Set(teeth.map(({ tooth }) => tooth)).size === teeth.length)
    .readonly(),
  ipr: z.enum(AS_NEEDED),
  attachments: z.enum(AS_NEEDED),
  midline: z.strictObject({ upper: shift, lower: shift }),
  overjet: z.enum(BITE_AIMS),
  overbite: z.enum(BITE_AIMS),
  crossbite: z.enum(CROSSBITE_AIMS),
  spaces: z.enum(SPACE_AIMS),
  crowding: z.array(z.enum(CROWDING_WAYS)).max(CROWDING_WAYS.length).readonly(),
  passiveAligners: z.int().min(0).max(5),
  intervalDays: z.int().min(3).max(30),
  notes: z.string().max(4_000, "too_long"),
});

export const caseParams = z.strictObject({ id });
export const createCaseBody = z.strictObject({ patientId: id, labId: id });
const version = z.int().min(1);
/** Notes of 4,000 characters, a goal, and wishes for every tooth. */
export const MAX_DRAFT_BYTES = 32_000;
export const draftBody = z.strictObject({
  version,
  prescription: prescriptionBody,
  step: z.enum(CASE_STEPS),
});
export const consentBody = z.strictObject({ agreed: z.boolean() });
export const casePhotosBody = z.strictObject({
  uploadId: id,
  /** Takes the photo out of the case again. */
  remove: z.boolean().optional(),
});
export const submitCaseBody = z.strictObject({ version });
export const planReviewBody = z.strictObject({
  planNumber: z.int().min(1),
  decision: z.enum(["approve", "request_changes"]),
  comments: z.string().trim().max(2_000, "too_long").default(""),
});
const reason = z.string().trim().min(1, "required").max(300, "too_long");
export const reasonBody = z.strictObject({ reason });
export const nothingBody = z.strictObject({});
export const startTreatmentBody = z.strictObject({
  startsOn: z.iso.date(),
  /** Where a plan runs already: its stages follow that as a refinement. */
  asRefinement: z.boolean().default(false),
});

export type CreateCaseInput = z.output<typeof createCaseBody>;
type Of<Body extends z.ZodType> = z.output<Body> & { readonly id: string };
export type DraftInput = Of<typeof draftBody>;
export type ConsentInput = Of<typeof consentBody>;
export type CasePhotosInput = Of<typeof casePhotosBody>;
export type SubmitCaseInput = Of<typeof submitCaseBody>;
export type PlanReviewInput = Of<typeof planReviewBody>;
export type ReasonInput = Of<typeof reasonBody>;
export type CaseInput = { readonly id: string };
export type StartTreatmentInput = Of<typeof startTreatmentBody>;

const state = z.enum(CASE_STATES);

/** How a case stands after something was done to it. */
export const caseAnswer = z.object({
  id,
  number: z.string(),
  state,
  version: z.int(),
});
export type CaseAnswer = z.output<typeof caseAnswer>;

const named = z.object({ id, name: z.string() });
const at = z.string();

export const labPlan = z.object({
  number: z.int(),
  upperStages: z.int(),
  lowerStages: z.int(),
  daysPerStage: z.int(),
  attachmentsAtStage: z.int().nullable(),
  ipr: z
    .array(
      z.object({
        between: z.tuple([z.int(), z.int()]).readonly(),
        millimetres: z.number(),
        beforeStage: z.int(),
      }),
    )
    .readonly(),
  stopStages: z.array(z.int()).readonly(),
  note: z.string().nullable(),
});

const file = z.object({
  /** Of the upload. */
  id,
  kind: z.enum(["scan", "photo"]),
  arch: z.enum(["upper", "lower", "bite"]).nullable(),
  fileName: z.string(),
  bytes: z.number(),
  addedAt: at,
  href: z.string(),
  /** Where a scan's still picture is; null: not made yet. */
  still: z.string().nullable(),
  /** Whether the lab has it. */
  isAtLab: z.boolean(),
});
export type CaseFileView = z.output<typeof file>;

const scanUnderWay = z.object({
  id,
  arch: z.enum(["upper", "lower", "bite"]),
  fileName: z.string(),
  receivedBytes: z.number(),
  byteCount: z.number(),
  /** The reader began it, and goes on with it by choosing the same file. */
  isMine: z.boolean(),
});
export type ScanUnderWay = z.output<typeof scanUnderWay>;

const event = z.object({
  id,
  at,
  event: z.string(),
  from: state.nullable(),
  to: state,
  by: z.enum(["orthodontist", "staff", "lab", "portal"]),
  name: z.string().nullable(),
  reason: z.string().nullable(),
});
export type CaseEventView = z.output<typeof event>;

const plan = z.object({
  number: z.int(),
  receivedAt: at,
  /** Null where the lab's plan came without its details. */
  plan: labPlan.nullable(),
  decision: z.enum(["approved", "changes_requested"]).nullable(),
  comments: z.string().nullable(),
  decidedAt: at.nullable(),
  decidedBy: z.string().nullable(),
});
export type CasePlanView = z.output<typeof plan>;

export const CASE_DOINGS = [
  "edit",
  "submit",
  "reviewPlan",
  "hold",
  "resume",
  "cancel",
  "takeDelivery",
  "startTreatment",
  "complete",
  "resend",
] as const;
export type CaseDoing = (typeof CASE_DOINGS)[number];

export const caseView = z.object({
  id,
  number: z.string(),
  patient: named,
  practitioner: named,
  /** The reader is the case's orthodontist, who alone sends it and decides on plans (R43). */
  isMine: z.boolean(),
  lab: named,
  state,
  heldFrom: state.nullable(),
  prescription: prescriptionBody,
  step: z.enum(CASE_STEPS),
  consent: z.object({ at, by: z.string().nullable() }).nullable(),
  files: z.array(file),
  /** Scans that were begun and are not there yet. */
  scansUnderWay: z.array(scanUnderWay),
  /** The oldest first. */
  events: z.array(event),
  /** The newest first. */
  plans: z.array(plan),
  tracking: z.string().nullable(),
  submittedAt: at.nullable(),
  sentAt: at.nullable(),
  receivedAt: at.nullable(),
  shippedAt: at.nullable(),
  treatmentPlanId: id.nullable(),
  /** The patient has a treatment plan that is not over. */
  hasRunningPlan: z.boolean(),
  missing: z.array(z.enum(CASE_MISSING)),
  may: z.record(z.enum(CASE_DOINGS), z.boolean()),
  version: z.int(),
});
export type CaseView = z.output<typeof caseView>;

export const CASE_TABS = ["needs_you", "at_lab", "all", "closed"] as const;
export type CaseTab = (typeof CASE_TABS)[number];
export const caseListQuery = z.strictObject({
  show: z.enum(CASE_TABS).default("needs_you"),
  whose: z.enum(["mine", "all"]).default("mine"),
  q: z.string().trim().max(80).default(""),
  cursor: z.string().max(80).optional(),
});
export type CaseListWish = z.output<typeof caseListQuery>;

const listItem = z.object({
  id,
  number: z.string(),
  patient: named,
  practitionerName: z.string(),
  /** The reader is the case's orthodontist: what waits for "you" waits for them (R43). */
  isMine: z.boolean(),
  labName: z.string(),
  state,
  waitsFor: z.enum(["you", "lab", "portal", "nobody"]),
  changedAt: at,
  /** The scan of which there is a still picture, the upper arch first. */
  stillOf: id.nullable(),
});
export type CaseListItem = z.output<typeof listItem>;
export const caseListAnswer = z.object({
  items: z.array(listItem),
  counts: z.record(z.enum(CASE_TABS), z.int()),
  next: z.string().nullable(),
});
export type CaseListView = z.output<typeof caseListAnswer>;
