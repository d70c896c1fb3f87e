import { emptyPrescription, type Prescription } from "@/domain/cases/prescription";
import { prescriptionBody } from "@/features/cases/schema";
import type { Chance } from "../chance";

/** A prescription as it is kept and as the lab gets it. */
export type DemoPrescription = ReturnType<typeof demoPrescription>;

type Wish = Pick<Prescription, "goal"> & Partial<Prescription>;

const wishes: readonly Wish[] = [
  {
    goal: "Align the upper and lower front teeth.",
    crowding: ["ipr", "expansion"],
    teeth: [{ tooth: 36, wishes: ["do_not_move", "no_attachment"] }],
  },
  {
    goal: "Close the spaces between the upper front teeth.",
    spaces: "close",
    teeth: [
      { tooth: 18, wishes: ["missing"] },
      { tooth: 28, wishes: ["missing"] },
    ],
  },
  {
    goal: "Correct the crossbite on the right side.",
    crossbite: "correct",
    overjet: "improve",
    teeth: [{ tooth: 16, wishes: ["attachment"] }],
  },
];

export function demoPrescription(chance: Chance) {
  const midline = chance.happens(0.5)
    ? { ...emptyPrescription.midline, upper: { move: "left", millimetres: 1 } as const }
    : emptyPrescription.midline;
  return prescriptionBody.parse({
    ...emptyPrescription,
    arches: chance.pick(["both", "both", "upper"] as const),
    ...chance.pick(wishes),
    attachments: chance.happens(0.7) ? "as_needed" : "avoid",
    intervalDays: chance.pick([7, 10, 14]),
    passiveAligners: chance.pick([0, 0, 2]),
    midline,
    notes: "Please begin with the upper arch if both cannot be done at once.",
  });
}
