import * as z from "zod";
import { smsPurposes } from "@/features/notifications/purposes";
import { usageMonth } from "./month";

/** waiting: not given to the phone network yet, or its answer was lost. dropped: no longer needed, never sent. */
export const textStates = ["waiting", "sent", "delivered", "undelivered", "dropped"] as const;
export type TextState = (typeof textStates)[number];

const textFilter = {
  month: usageMonth.optional(),
  purpose: z.enum(smsPurposes).optional(),
  state: z.enum(textStates).optional(),
};

export const textsQuery = z.strictObject({ ...textFilter, before: z.string().max(80).optional() });
export type TextsQuery = z.output<typeof textsQuery>;

export const usageQuery = z.strictObject({ month: usageMonth.optional() });
export type UsageQuery = z.output<typeof usageQuery>;

const amount = z
  .string()
  .regex(/^\d+\.\d{2,6}$/)
  .describe("decimal, in the currency's unit");
const money = z.strictObject({ currency: z.string(), amount });
const cost = z.strictObject({
  texts: z.int(),
  segments: z.int(),
  /** What the provider has told. */
  known: z.array(money),
  /** Texts whose price comes later. */
  unpriced: z.int(),
  /** What those may come to, by this sum's known price of a segment; null where there is none to go by. */
  estimate: money.nullable(),
});
export type CostAnswer = z.output<typeof cost>;

const textLine = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime({ offset: true }),
  purpose: z.string(),
  state: z.enum(textStates),
  patient: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  segments: z.int().nullable(),
  /** Null: the provider tells it later. */
  price: money.nullable(),
  tries: z.int(),
  /** A word for why it did not go out or arrive. */
  why: z.string().nullable(),
  /** The phone network took it: it is counted. */
  isSent: z.boolean(),
  /** Refused before it left: a line or country that no text goes to. */
  isStopped: z.boolean(),
  isResent: z.boolean(),
});
export type TextLine = z.output<typeof textLine>;

export const textsAnswer = z.strictObject({
  items: z.array(textLine),
  next: z.string().nullable(),
});

export const usageAnswer = z.strictObject({
  month: z.string(),
  total: cost,
  delivered: z.int(),
  undelivered: z.int(),
  /** Texts of the month that never left, refused or given up; those stopped by the kind of number among them. */
  neverLeft: z.int(),
  stopped: z.int(),
  /** Every day of the month up to today. */
  days: z.array(cost.extend({ on: z.iso.date() })),
  purposes: z.array(cost.extend({ purpose: z.string() })),
  /** Twelve months, the asked one last. */
  months: z.array(cost.extend({ month: z.string() })),
  budget: z.strictObject({
    amount,
    currency: z.string(),
    used: amount,
    percent: z.int(),
    state: z.enum(["open", "near", "reached"]),
    otherCurrencies: z.array(z.string()),
  }),
  today: z.strictObject({
    texts: z.int(),
    cap: z.int(),
    state: z.enum(["open", "warn", "stopped"]),
  }),
});
export type UsageAnswer = z.output<typeof usageAnswer>;

const budget = z.strictObject({
  minor: z.int().min(0).max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** A budget in the currency's smallest unit. */
export const textsBudgetRequest = z.strictObject({ budget, seen: budget });
export type TextsBudgetRequest = z.output<typeof textsBudgetRequest>;
