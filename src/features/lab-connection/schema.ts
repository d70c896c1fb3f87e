import * as z from "zod";

const instant = z.iso.datetime({ offset: true });
const dueReason = z.enum(["cut_over", "inactive", "periodic"]);

const notice = z.strictObject({
  dueReason,
  dueAt: instant,
  /** Whole days of 24 hours, rounded up. */
  daysLeft: z.int(),
  daysWithoutScan: z.int(),
});

const rule = z.strictObject({
  periodicDays: z.int(),
  inactiveDays: z.int(),
  cutOver: z.strictObject({ at: instant, countsFrom: instant }).nullable(),
});

/** One integration as the page and `GET /api/integrations` show it. A lab's `id` is there before the first sign-in. */
export const integration = z.strictObject({
  id: z.uuid(),
  kind: z.enum(["lab", "pms"]),
  name: z.string(),
  state: z.enum([
    "never_connected",
    "connected",
    "expiring",
    "reauthentication_required",
    "disabled",
  ]),
  reason: z
    .enum(["refused_by_lab", "refused_by_pms", "cut_over", "inactive", "periodic"])
    .nullable(),
  since: instant.nullable(),
  dueAt: instant.nullable(),
  dueReason: dueReason.nullable(),
  /** Whether cases (lab) or changes (PMS) leave now. */
  canSend: z.boolean(),
  notices: z.array(notice),
  lastAuthenticatedAt: instant.nullable(),
  lastAcceptedScanAt: instant.nullable(),
  lastSuccessAt: instant.nullable(),
  /** A passing problem; it is tried again by itself. */
  problem: z.string().nullable(),
  rule: rule.nullable(),
});

export type Integration = z.infer<typeof integration>;

export const integrationsAnswer = z.strictObject({
  items: z.array(integration),
  next: z.string().nullable(),
});

export type Integrations = z.infer<typeof integrationsAnswer>;

/** `POST /api/integrations/{id}/re-enable`; `id` is the lab's. */
export const reEnableParams = z.strictObject({ id: z.uuid() });
export const reEnableBody = z.strictObject({
  /** A page of the orthodontist's to come back to. */
  returnTo: z
    .string()
    .max(300)
    .regex(/^\/doctor(?:[/?]|$)/, "check")
    .optional(),
});
export type ReEnable = z.infer<typeof reEnableParams> & z.infer<typeof reEnableBody>;
export const reEnableAnswer = z.strictObject({ redirectTo: z.url() });
