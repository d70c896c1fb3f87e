import * as z from "zod";
import { CHECK_IN_STATES } from "@/domain/check-ins/check-in-state";
import { CHECK_IN_VIEWS } from "@/domain/check-ins/photo-set";

const day = z.iso.date("date").regex(/^2[01]\d\d-/, "date");
const note = z.string().trim().max(500, "check_in_note");

export const checkInParams = z.strictObject({ id: z.uuid().toLowerCase() });

/** `POST /api/check-ins/{id}/photos`: the file went up before, by `POST /api/uploads`. */
export const addPhotoBody = z.strictObject({
  patientId: z.uuid().optional(),
  view: z.enum(CHECK_IN_VIEWS),
  withAligner: z.boolean(),
  uploadId: z.uuid().toLowerCase(),
});

/** `POST /api/check-ins/{id}/submit`. */
export const submitCheckInBody = z.strictObject({ patientId: z.uuid().optional() });

/** `POST /api/patients/{id}/check-ins`. */
export const requestCheckInParams = z.strictObject({ id: z.uuid().toLowerCase() });
export const requestCheckInBody = z.strictObject({ note: note.optional(), dueOn: day });

/** `POST /api/check-ins/{id}/verdict`; `not_yet` says why and by which day new photos are asked for. */
export const verdictBody = z.strictObject({
  verdict: z.enum(["go", "not_yet"]),
  note: note.optional(),
  dueOn: day.optional(),
});

export const cancelCheckInBody = z.strictObject({});

const state = z.enum(CHECK_IN_STATES);

export const checkInPhotoAnswer = z.object({
  view: z.enum(CHECK_IN_VIEWS),
  withAligner: z.boolean(),
  uploadId: z.uuid(),
});

export const checkInAnswer = z.object({ id: z.uuid(), state });

export const verdictAnswer = z.object({
  id: z.uuid(),
  state,
  /** Whether the stop it was about is open now. */
  released: z.boolean(),
  /** The new request after `not_yet`. */
  askedAgainId: z.uuid().nullable(),
  /** The check-in that waits longest after this one. */
  nextWaitingId: z.uuid().nullable(),
});

export type AddPhotoInput = z.output<typeof addPhotoBody> & z.output<typeof checkInParams>;
export type CheckInPhotoView = z.output<typeof checkInPhotoAnswer>;
export type CheckInAnswer = z.output<typeof checkInAnswer>;
export type RequestCheckInInput = z.output<typeof requestCheckInBody> &
  z.output<typeof requestCheckInParams>;
export type VerdictInput = z.output<typeof verdictBody> & z.output<typeof checkInParams>;
export type VerdictView = z.output<typeof verdictAnswer>;
