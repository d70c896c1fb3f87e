import * as z from "zod";
import { CASE_STATES } from "@/domain/cases/case-moves";
import { caseTroubles } from "./case-trouble";

const instant = z.iso.datetime({ offset: true });
const state = z.enum(CASE_STATES);

export const resendParams = z.strictObject({ id: z.uuid() });

/** `POST /api/cases/resend`: all of one's own that failed or are unknown, or these. */
export const resendBody = z.strictObject({
  caseIds: z.array(z.uuid()).min(1).max(500).optional(),
});

const resent = z.strictObject({ id: z.uuid(), number: z.string(), state });
export type Resent = z.infer<typeof resent>;
export const resentAnswer = resent;
export const resentAllAnswer = z.strictObject({ items: z.array(resent) });

/** One case as its lab has it, or does not. */
const heldByLab = z.strictObject({ id: z.uuid(), number: z.string(), state, since: instant });
const notAtLab = heldByLab.extend({
  why: z.enum(caseTroubles).nullable(),
  tries: z.int(),
  nextTryAt: instant.nullable(),
  canResend: z.boolean(),
});

export const labHolding = z.strictObject({
  labId: z.uuid(),
  lab: z.string(),
  /** Newest change first, 50 at most; `hasCount` counts all. */
  has: z.array(heldByLab),
  hasCount: z.int(),
  hasNot: z.array(notAtLab),
  hasNotCount: z.int(),
});
export type LabHolding = z.infer<typeof labHolding>;
export type NotAtLab = z.infer<typeof notAtLab>;
export const holdingsAnswer = z.strictObject({ items: z.array(labHolding) });
