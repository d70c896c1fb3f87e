import * as z from "zod";
import { diaryDay, instant, wishedInstant } from "@/lib/time-schema";

const id = z.uuid().toLowerCase();
const patientId = z.uuid().optional();

/** What somebody would take: an earlier time than a visit's, or a time for a type of visit; one of the two is named. */
const wish = z.strictObject({
  appointmentId: id.optional(),
  visitTypeId: id.optional(),
  /** Left out: anybody who takes this type of visit. */
  practitionerId: id.optional(),
  earliestOn: diaryDay.optional(),
  latestOn: diaryDay.optional(),
  /** ISO weekdays; empty: every day. */
  weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
  partOfDay: z.enum(["any", "morning", "afternoon"]).default("any"),
  /** A text beside the mail, as far as the person wants texts about visits. */
  byText: z.boolean().default(false),
});
export type WishInput = z.output<typeof wish>;

export const joinRequest = wish.extend({ patientId });
export type JoinRequest = z.output<typeof joinRequest>;

export const addRequest = wish.extend({ patientId: id });
export type AddRequest = z.output<typeof addRequest>;

export const entryParams = z.strictObject({ id });
export const listQuery = z.strictObject({ patientId });
export const patientBody = z.strictObject({ patientId });

export const declineRequest = z.strictObject({
  /** Leaves the list as well. */
  leave: z.boolean().default(false),
  patientId,
});
export type DeclineRequest = z.output<typeof declineRequest> & { readonly id: string };
export type AcceptRequest = z.output<typeof patientBody> & { readonly id: string };

export const offerRequest = z.strictObject({ startsAt: wishedInstant, practitionerId: id });
export type OfferRequest = z.output<typeof offerRequest> & { readonly id: string };

const named = z.strictObject({ id: z.uuid(), name: z.string() });

const offer = z.strictObject({
  id: z.uuid(),
  startsAt: instant,
  practitioner: named,
  expiresAt: instant,
});
const entry = {
  id: z.uuid(),
  visitType: named,
  /** The visit to come earlier than; null waits for any time. */
  visit: z.strictObject({ id: z.uuid(), startsAt: instant }).nullable(),
  practitioner: named.nullable(),
  earliestOn: z.iso.date().nullable(),
  latestOn: z.iso.date().nullable(),
  weekdays: z.array(z.int()),
  partOfDay: z.enum(["any", "morning", "afternoon"]),
  waitingSince: instant,
};

const ownEntry = z.strictObject({
  ...entry,
  /** The practice is asked about a time; until it answers, nothing is offered. */
  awaitsAnswer: z.boolean(),
  offers: z.array(offer),
});
export type OwnEntry = z.output<typeof ownEntry>;
export const ownListAnswer = z.strictObject({ items: z.array(ownEntry), timeZone: z.string() });

const deskEntry = z.strictObject({
  ...entry,
  patient: named,
  /**
   * Why nothing is offered: the record is restricted, the practice has to answer first, the visit is too close to be
   * moved (R32), or nobody can be written to.
   */
  hindrance: z
    .enum(["booking_restricted", "answer_awaited", "not_movable", "nobody_to_tell"])
    .nullable(),
  offers: z.array(
    offer.extend({
      offeredAt: instant,
      state: z.enum(["open", "accepted", "declined", "withdrawn", "expired"]),
    }),
  ),
});
export type DeskEntry = z.output<typeof deskEntry>;
export const deskListQuery = z.strictObject({
  cursor: z
    .string()
    .max(100)
    .regex(/^[0-9]{1,13}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
});
export type DeskListQuery = z.output<typeof deskListQuery>;
export const deskListAnswer = z.strictObject({
  items: z.array(deskEntry),
  next: z.string().nullable(),
  timeZone: z.string(),
});

export const joinedAnswer = z.strictObject({ id: z.uuid() });
export const leftAnswer = z.strictObject({ left: z.boolean() });
export const declinedAnswer = z.strictObject({ declined: z.boolean() });
export const offeredAnswer = z.strictObject({ id: z.uuid(), expiresAt: instant });
