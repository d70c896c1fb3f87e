import * as z from "zod";
import { diaryDay, instant, wishedInstant } from "@/lib/time-schema";

/** The desk gives times to the minute. */
const minute = wishedInstant.regex(/T\d\d:\d\d(:00(\.0{1,9})?)?(Z|[+-])/);
const id = z.uuid().toLowerCase();
/** A visit's own length, without buffers; 8 hours at most. */
const minutes = z.int().min(5).max(480);
/** Every change names the version it was made on; another one is answered `changed` with the visit as it is now. */
const version = z.int().min(1);
const reason = z.string("choose_one").trim().min(1, "choose_one").max(500);
/** False where the desk tells the patient itself. */
const tellPatient = z.boolean().default(true);
/** Set after the answer `outside_hours` named what is in the way, and the desk wants the time all the same. */
const outsideHours = z.boolean().default(false);

export const visitParams = z.strictObject({ id });

/** Practice days `[from, to)`, 31 at most; without ids everybody and every chair. */
export const diaryQuery = z.strictObject({
  from: diaryDay,
  to: diaryDay,
  practitionerId: id.optional(),
  chairId: id.optional(),
});
export type DiaryQuery = z.output<typeof diaryQuery>;

/** A time of the desk's choice: any minute, any length. Without a chair the first free one is taken. */
export const deskTime = z.strictObject({
  patientId: id,
  visitTypeId: id,
  practitionerId: id,
  chairId: id.optional(),
  startsAt: minute,
  /** Left out: as long as the type of visit. */
  minutes: minutes.optional(),
  outsideHours,
});
export type DeskTime = z.output<typeof deskTime>;

/** For the practice's eyes, up to 500 characters. */
const note = z.string().trim().max(500);

export const deskBooking = deskTime.extend({ note: note.optional(), tellPatient });
export type DeskBooking = z.output<typeof deskBooking>;

/** What is left out stays: a drag gives `startsAt`, a drag on the edge `minutes`. */
export const moveRequest = z.strictObject({
  practitionerId: id.optional(),
  chairId: id.optional(),
  startsAt: minute.optional(),
  minutes: minutes.optional(),
  version,
  outsideHours,
  tellPatient,
});
export type MoveRequest = z.output<typeof moveRequest> & { readonly id: string };

export const cancelRequest = z.strictObject({ reason, version, tellPatient });
export type CancelRequest = z.output<typeof cancelRequest> & { readonly id: string };

/** Approve: the patient is told, unless the desk does. */
export const approveBody = z.strictObject({ version, tellPatient });
export type ApproveRequest = z.output<typeof approveBody> & { readonly id: string };

export const declineBody = z.strictObject({ reason, version, tellPatient });
export type DeclineRequest = z.output<typeof declineBody> & { readonly id: string };

/** Arrive, seat, complete, no-show and undo. */
export const markRequest = z.strictObject({ version });
export type MarkRequest = z.output<typeof markRequest> & { readonly id: string };

/** `upTo` is the `at` of the newest line that was shown. */
export const onlineSeenRequest = z.strictObject({ upTo: wishedInstant });
export type OnlineSeenRequest = z.output<typeof onlineSeenRequest>;

const state = z.enum([
  "held",
  "requested",
  "booked",
  "confirmed",
  "arrived",
  "in_chair",
  "completed",
  "no_show",
  "cancelled",
]);

const patient = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** Shown to the desk; it binds the patient's side alone (R9). */
  bookingRestricted: z.boolean(),
  archived: z.boolean(),
  /** Somebody may act for this patient: a child, usually. */
  hasGuardian: z.boolean(),
});

/** What the practice can do with a visit as it stands, by docs/states.md and the clock. */
export const deskMove = z.enum([
  "move",
  "cancel",
  "approve",
  "decline",
  "arrive",
  "seat",
  "complete",
  "no_show",
  "undo",
]);
export type DeskMove = z.output<typeof deskMove>;

/** The other one of a visit and the wish to move it. */
const otherTime = z
  .strictObject({ appointmentId: z.uuid(), startsAt: instant, practitionerId: z.uuid() })
  .nullable();

/** One visit, request or live hold in the diary. */
export const diaryVisit = z.strictObject({
  id: z.uuid(),
  /** Send it with every change. */
  version: z.int(),
  state,
  startsAt: instant,
  endsAt: instant,
  /** With buffers and gap: what practitioner and chair are taken for. */
  busyFromAt: instant,
  busyUntilAt: instant,
  patient,
  visitType: z.strictObject({ id: z.uuid(), name: z.string() }),
  practitionerId: z.uuid(),
  chairId: z.uuid().nullable(),
  locationId: z.uuid(),
  /** `portal` is what the patient's side made online. */
  bookedFrom: z.enum(["portal", "desk", "pms"]),
  /** The guardian made it, not the patient. */
  bookedByGuardian: z.boolean(),
  /** Whose turn it is: the practice's for a request, the holder's for a held time. */
  waitingFor: z.enum(["practice", "patient", "desk"]).nullable(),
  holdExpiresAt: instant.nullable(),
  /** When the mark that gave the state was set: since when an arrived patient waits. Null where none did lately. */
  markedAt: instant.nullable(),
  note: z.string().nullable(),
  /** A request that is the wish to move a visit (R31): that visit, where it stands until the practice agrees. */
  moveOf: otherTime,
  /** The time to which the patient would like to move this visit; a request of its own in the diary. */
  wish: otherTime,
  can: z.array(deskMove),
});
export type DiaryVisit = z.output<typeof diaryVisit>;

/** `open`: can be booked by the rules. The others name why not; what no span covers is outside working hours. */
const span = z.strictObject({
  kind: z.enum(["open", "break", "time_off", "closed"]),
  startsAt: instant,
  endsAt: instant,
  /** Null for what concerns every location. */
  locationId: z.uuid().nullable(),
  /** What the practice called the closure. */
  label: z.string().nullable(),
});
export type DiarySpan = z.output<typeof span>;

export const diaryAnswer = z.strictObject({
  timeZone: z.string(),
  /** The clock of this answer. */
  at: instant,
  from: diaryDay,
  to: diaryDay,
  locations: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  chairs: z.array(z.strictObject({ id: z.uuid(), name: z.string(), locationId: z.uuid() })),
  /** Those who can be booked, and former ones with visits in these days (`archived`). By name. */
  practitioners: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      title: z.string().nullable(),
      colour: z.string().nullable(),
      archived: z.boolean(),
      /** The practitioner who is logged in. */
      isMe: z.boolean(),
      days: z.array(z.strictObject({ on: diaryDay, spans: z.array(span) })),
    }),
  ),
  /** Every type the desk can book, online or not, in the practice's order. */
  visitTypes: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      minutes: z.int(),
      bufferBeforeMinutes: z.int(),
      bufferAfterMinutes: z.int(),
      /** Who usually takes it; the desk may choose another. */
      practitionerIds: z.array(z.uuid()),
    }),
  ),
  /** By start. Cancelled visits and holds that ran out are not among them. */
  appointments: z.array(diaryVisit),
});
export type Diary = z.output<typeof diaryAnswer>;

/** A visit or hold that takes the wanted time; `detail.conflicts` of the refusal `slot_taken`. */
export interface TimeConflict {
  readonly appointmentId: string;
  readonly kind: "practitioner" | "chair";
  readonly state: DiaryVisit["state"];
  readonly startsAt: string;
  readonly endsAt: string;
}

export const deskHoldAnswer = z.strictObject({
  id: z.uuid(),
  chairId: z.uuid().nullable(),
  expiresAt: instant,
  patient,
});
export type DeskHold = z.output<typeof deskHoldAnswer>;
export const releasedAnswer = z.strictObject({ released: z.boolean() });

/**
 * What the patients' side did online since the person last looked (R36), newest first, 100 at most, and who waits for the
 * practice, on whatever day.
 */
export const onlineAnswer = z.strictObject({
  /** Requests that are not over and patients who are here, by start, 200 at most. */
  waiting: z.array(diaryVisit),
  items: z.array(
    z.strictObject({
      id: z.uuid(),
      appointmentId: z.uuid(),
      /** `requested` with `previousStartsAt` is the wish to move a visit; `appointmentId` is the wish then. */
      what: z.enum(["booked", "requested", "moved", "cancelled", "confirmed"]),
      at: instant,
      startsAt: instant,
      /** Of a moved visit: where it was. */
      previousStartsAt: instant.nullable(),
      patient: z.strictObject({ id: z.uuid(), name: z.string() }),
      byGuardian: z.boolean(),
      practitionerId: z.uuid(),
      visitType: z.string(),
      /** Of a cancelled visit: the patient's words. */
      reason: z.string().nullable(),
    }),
  ),
  since: instant,
});
export type OnlineNews = z.output<typeof onlineAnswer>;
export const onlineSeenAnswer = z.strictObject({ since: instant });
