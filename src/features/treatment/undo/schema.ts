import * as z from "zod";
import { movementAnswer, saidAnswer } from "../movement-schema";
import { treatmentAnswer } from "../schema";

/** `POST /api/treatment/aligner-changes/{id}/undo`. */
export const undoChangeParams = z.strictObject({ id: z.uuid().toLowerCase() });
export const undoChangeBody = z.strictObject({ patientId: z.uuid().optional() });

export const undoChangeAnswer = z.object({
  undone: z.array(
    z.object({
      id: z.uuid(),
      arch: z.enum(["upper", "lower"]),
      stage: z.int(),
      changedOn: z.iso.date(),
    }),
  ),
  /** How the dates move back, and why. */
  movement: movementAnswer,
  said: saidAnswer,
  treatment: treatmentAnswer,
});

export type UndoChangeInput = z.output<typeof undoChangeBody> & z.output<typeof undoChangeParams>;
export type UndoneChangeView = z.output<typeof undoChangeAnswer>;
