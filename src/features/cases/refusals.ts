import type { CaseRefusal } from "@/domain/cases/case-state";
import type { RefusalTable } from "@/lib/refusal-table";
import type { CaseActRefusal } from "./act-on-case";

const words = (key: string) => `cases.refusals.${key}`;

export type CreateCaseRefusal = CaseActRefusal | "lab_unknown" | "no_diary";
export type MoveRefusal = CaseActRefusal | CaseRefusal;
export type OwnCaseRefusal = MoveRefusal | "not_your_case";
export type DraftRefusal = CaseActRefusal | "case_wrong_state" | "not_your_case";
export type SaveDraftRefusal = DraftRefusal | "changed_meanwhile";
export type CasePhotosRefusal = DraftRefusal | "photo_unknown" | "too_many_photos";
export type SubmitCaseRefusal = OwnCaseRefusal | "changed_meanwhile" | "incomplete";
export type PlanReviewRefusal = OwnCaseRefusal | "plan_outdated" | "comments_missing";
export type StartTreatmentRefusal =
  | OwnCaseRefusal
  | "no_lab_plan"
  | "plan_running"
  | "plan_draft"
  | "starts_too_early"
  | "plan_not_possible";

const base = {
  not_found: { status: 404, words: "refusals.not_found" },
  idempotency_key_reused: { status: 422, words: "treatment.refusals.idempotency_key_reused" },
} as const;
const wrongState = { status: 409, words: words("case_wrong_state") } as const;
const notYours = { status: 403, words: words("not_your_case") } as const;
const changed = { status: 409, words: words("changed_meanwhile") } as const;

export const readCaseRefusals: RefusalTable<"not_found"> = { not_found: base.not_found };

export const createCaseRefusals: RefusalTable<CreateCaseRefusal> = {
  ...base,
  lab_unknown: { status: 422, words: words("lab_unknown"), field: "labId" },
  no_diary: { status: 403, words: words("no_diary") },
};

export const moveRefusals: RefusalTable<MoveRefusal> = {
  ...base,
  case_wrong_state: wrongState,
  case_not_allowed: { status: 403, words: words("case_not_allowed") },
};

export const ownCaseRefusals: RefusalTable<OwnCaseRefusal> = {
  ...moveRefusals,
  not_your_case: notYours,
};

export const draftRefusals: RefusalTable<DraftRefusal> = {
  ...base,
  case_wrong_state: wrongState,
  not_your_case: notYours,
};

export const saveDraftRefusals: RefusalTable<SaveDraftRefusal> = {
  ...draftRefusals,
  changed_meanwhile: changed,
};

export const casePhotosRefusals: RefusalTable<CasePhotosRefusal> = {
  ...draftRefusals,
  photo_unknown: { status: 422, words: words("photo_unknown"), field: "uploadId" },
  too_many_photos: { status: 422, words: words("too_many_photos") },
};

export const submitCaseRefusals: RefusalTable<SubmitCaseRefusal> = {
  ...ownCaseRefusals,
  changed_meanwhile: changed,
  incomplete: { status: 422, words: words("incomplete") },
};

export const planReviewRefusals: RefusalTable<PlanReviewRefusal> = {
  ...ownCaseRefusals,
  plan_outdated: { status: 409, words: words("plan_outdated") },
  comments_missing: { status: 422, words: words("comments_missing"), field: "comments" },
};

export const startTreatmentRefusals: RefusalTable<StartTreatmentRefusal> = {
  ...ownCaseRefusals,
  no_lab_plan: { status: 409, words: words("no_lab_plan") },
  plan_running: { status: 409, words: words("plan_running") },
  plan_draft: { status: 409, words: words("plan_draft") },
  starts_too_early: { status: 422, words: words("starts_too_early"), field: "startsOn" },
  plan_not_possible: { status: 409, words: words("plan_not_possible") },
};
