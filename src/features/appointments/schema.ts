import * as z from "zod";
import { diaryDay, instant, wishedInstant } from "@/lib/time-schema";

const patientId = z.uuid().optional();
const id = z.uuid().toLowerCase();

export const appointmentParams = z.strictObject({ id: z.uuid() });
export const patientBody = z.strictObject({ patientId });
export const visitTypesQuery = z.strictObject({ patientId });

export const slotsQuery = z.strictObject({
  visitTypeId: id.optional(),
  practitionerId: id.optional(),
  from: diaryDay,
  to: diaryDay,
  patientId,
});
export type SlotsQuery = z.output<typeof slotsQuery>;

export const timeWish = z.strictObject({
  visitTypeId: id,
  practitionerId: id,
  startsAt: wishedInstant,
  patientId,
});
export type TimeWishInput = z.output<typeof timeWish>;

export const bookingRequest = timeWish.extend({ holdId: id.optional() });
export type BookingRequest = z.output<typeof bookingRequest>;

export const rescheduleRequest = z.strictObject({
  startsAt: wishedInstant,
  practitionerId: id.optional(),
  patientId,
});
export type RescheduleRequest = z.output<typeof rescheduleRequest> & { readonly id: string };

export const cancelRequest = z.strictObject({
  reason: z.string("choose_one").trim().min(1, "choose_one").max(500),
  patientId,
});
export type CancelRequest = z.output<typeof cancelRequest> & { readonly id: string };

export type WithdrawRequest = z.output<typeof patientBody> & { readonly id: string };

export const appointmentsQuery = z.strictObject({
  when: z.enum(["upcoming", "past"]).default("upcoming"),
  cursor: z
    .string()
    .max(100)
    .regex(/^[0-9]{1,13}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
  patientId,
});
export type AppointmentsQuery = z.output<typeof appointmentsQuery>;

const slot = z.strictObject({
  startsAt: instant,
  endsAt: instant,
  practitionerId: z.uuid(),
  locationId: z.uuid(),
});
export type Slot = z.output<typeof slot>;

export const slotsAnswer = z.strictObject({ items: z.array(slot), timeZone: z.string() });
export const visitTypesAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      minutes: z.int(),
      needsApproval: z.boolean(),
    }),
  ),
});
export const holdAnswer = z.strictObject({ id: z.uuid(), expiresAt: instant });
export const releasedAnswer = z.strictObject({ released: z.boolean() });

/** `possible`; `call_practice` inside the notice window or where only the practice may (R32); else `closed`. */
const change = z.enum(["possible", "call_practice", "closed"]);

export const appointmentAnswer = z.strictObject({
  id: z.uuid(),
  state: z.enum([
    "requested",
    "booked",
    "confirmed",
    "arrived",
    "in_chair",
    "completed",
    "cancelled",
    "no_show",
  ]),
  startsAt: instant,
  endsAt: instant,
  visitType: z.strictObject({ id: z.uuid(), name: z.string() }),
  practitioner: z.strictObject({ id: z.uuid(), name: z.string(), title: z.string().nullable() }),
  location: z.strictObject({
    id: z.uuid(),
    name: z.string(),
    addressLine1: z.string(),
    postcode: z.string(),
    town: z.string(),
  }),
  rescheduling: change,
  /** Until when it is `possible`; null where it is not. */
  reschedulingUntil: instant.nullable(),
  cancelling: change,
  cancellingUntil: instant.nullable(),
  /** Another time the patient has asked for; the visit stays as it is until the practice agrees (R31). */
  wish: z
    .strictObject({
      startsAt: instant,
      practitioner: z.strictObject({ id: z.uuid(), name: z.string() }),
      /** Whether whoever asks may take it back: at any time, with full rights. */
      withdrawing: z.enum(["possible", "closed"]),
    })
    .nullable(),
});
export type AppointmentView = z.output<typeof appointmentAnswer>;

export const appointmentsAnswer = z.strictObject({
  items: z.array(appointmentAnswer),
  next: z.string().nullable(),
  timeZone: z.string(),
});
