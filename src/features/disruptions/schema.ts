import * as z from "zod";

const id = z.uuid().toLowerCase();
const instant = z.iso.datetime({ offset: true });
const wishedInstant = instant.regex(/^2[01]\d\d-/).regex(/T\d\d:\d\d(:00(\.0{1,9})?)?(Z|[+-])/);

export const disruptionParams = z.strictObject({ id });

/** Visits of the list to ask; those asked already get no second mail. */
export const askRequest = z.strictObject({ appointmentIds: z.array(id).min(1).max(200) });
export type AskRequest = z.output<typeof askRequest> & { readonly id: string };
export const askAnswer = z.strictObject({
  asked: z.int(),
  /** Who has no proven address: they are to be called. */
  unreachable: z.int(),
});

export const calledRequest = z.strictObject({ appointmentId: id, reached: z.boolean() });
export type CalledRequest = z.output<typeof calledRequest> & { readonly id: string };
export const calledAnswer = z.strictObject({ changed: z.boolean() });

/** Of one visit alone, or of all that are open. */
export const planQuery = z.strictObject({ appointmentId: id.optional() });

export const planAnswer = z.strictObject({
  /** The open visits by start, each with the next free time of who was to see them; null where there is none. */
  items: z.array(
    z.strictObject({
      appointmentId: z.uuid(),
      version: z.int(),
      patient: z.string(),
      from: instant,
      startsAt: instant.nullable(),
    }),
  ),
  timeZone: z.string(),
});
export type MovePlan = z.output<typeof planAnswer>;

export const moveAllRequest = z.strictObject({
  moves: z
    .array(z.strictObject({ appointmentId: id, version: z.int().min(1), startsAt: wishedInstant }))
    .min(1)
    .max(100),
});
export type MoveAllRequest = z.output<typeof moveAllRequest> & { readonly id: string };
export const moveAllAnswer = z.strictObject({
  moved: z.int(),
  /** Somebody else was faster, or changed the visit meanwhile: these stay on the list. */
  left: z.int(),
});
