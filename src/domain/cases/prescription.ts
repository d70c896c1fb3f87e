import { TEETH } from "@/domain/treatment/plan/teeth";

export const ARCHES_TREATED = ["both", "upper", "lower"] as const;
export type ArchesTreated = (typeof ARCHES_TREATED)[number];

/** What is wished for one tooth. */
export const TOOTH_WISHES = [
  "do_not_move",
  "no_attachment",
  "attachment",
  "extract",
  "missing",
  "implant",
  "erupting",
] as const;
export type ToothWish = (typeof TOOTH_WISHES)[number];

export const AS_NEEDED = ["as_needed", "avoid"] as const;
export const BITE_AIMS = ["keep", "improve", "correct"] as const;
export const CROSSBITE_AIMS = ["none", "keep", "correct"] as const;
export const SPACE_AIMS = ["none", "close", "leave"] as const;
export const MIDLINE_MOVES = ["keep", "left", "right"] as const;
export const CROWDING_WAYS = ["expansion", "proclination", "ipr", "distalization"] as const;

export interface MidlineShift {
  /** As one looks at the patient's own left and right. */
  readonly move: (typeof MIDLINE_MOVES)[number];
  /** 0 with `keep`. */
  readonly millimetres: number;
}

export interface ToothInstruction {
  /** FDI number. */
  readonly tooth: number;
  readonly wishes: readonly ToothWish[];
}

/** What an orthodontist asks an aligner lab for (R41). A draft has the same shape, its goal not yet said. */
export interface Prescription {
  readonly arches: ArchesTreated;
  /** What the treatment is for, in a sentence or two. */
  readonly goal: string;
  readonly teeth: readonly ToothInstruction[];
  readonly ipr: (typeof AS_NEEDED)[number];
  readonly attachments: (typeof AS_NEEDED)[number];
  readonly midline: { readonly upper: MidlineShift; readonly lower: MidlineShift };
  readonly overjet: (typeof BITE_AIMS)[number];
  readonly overbite: (typeof BITE_AIMS)[number];
  readonly crossbite: (typeof CROSSBITE_AIMS)[number];
  readonly spaces: (typeof SPACE_AIMS)[number];
  readonly crowding: readonly (typeof CROWDING_WAYS)[number][];
  /** Passive aligners at the end, per arch. */
  readonly passiveAligners: number;
  /** Days each aligner is worn. */
  readonly intervalDays: number;
  readonly notes: string;
}

/** What a case begins with. */
export const emptyPrescription: Prescription = {
  arches: "both",
  goal: "",
  teeth: [],
  ipr: "as_needed",
  attachments: "as_needed",
  midline: { upper: { move: "keep", millimetres: 0 }, lower: { move: "keep", millimetres: 0 } },
  overjet: "keep",
  overbite: "keep",
  crossbite: "none",
  spaces: "none",
  crowding: [],
  passiveAligners: 0,
  intervalDays: 10,
  notes: "",
};

/** Wishes of which only one can hold for a tooth. */
const CONTRADICTIONS: readonly (readonly ToothWish[])[] = [
  ["attachment", "no_attachment"],
  ["attachment", "extract", "missing"],
  ["do_not_move", "extract", "missing"],
  ["implant", "extract", "missing"],
];

export const archesOf = (arches: ArchesTreated): readonly ("upper" | "lower")[] =>
  arches === "both" ? ["upper", "lower"] : [arches];

/** The permanent teeth by FDI number. */
export function isTooth(tooth: number): boolean {
  return TEETH.upper.includes(tooth) || TEETH.lower.includes(tooth);
}

export function isContradictory(wishes: readonly ToothWish[]): boolean {
  return CONTRADICTIONS.some((group) => group.filter((one) => wishes.includes(one)).length > 1);
}

/** Version of the words that a patient agrees to before a lab gets their records; a changed text takes a new one. */
export const CONSENT_WORDS = "2026-11";

export const CASE_MISSING = [
  "goal",
  "contradiction",
  "midline",
  "scan_upper",
  "scan_lower",
  "scan_under_way",
  "consent",
] as const;
export type CaseMissing = (typeof CASE_MISSING)[number];

/** What keeps a case from being submitted, in the order of the wizard; empty: nothing does (R41). */
export function missingOf({
  prescription,
  scans,
  isScanUnderWay,
  hasConsent,
}: {
  readonly prescription: Prescription;
  /** The arches that were scanned. */
  readonly scans: readonly ("upper" | "lower" | "bite")[];
  /** One was begun that is not there yet: nobody sends a case without a scan they believe is in it. */
  readonly isScanUnderWay: boolean;
  readonly hasConsent: boolean;
}): CaseMissing[] {
  const { goal, teeth, midline, arches } = prescription;
  const missing: CaseMissing[] = [];
  if (goal.trim() === "") missing.push("goal");
  if (teeth.some(({ wishes }) => isContradictory(wishes))) missing.push("contradiction");
  const shifts = [midline.upper, midline.lower];
  if (shifts.some(({ move, millimetres }) => (move === "keep") !== (millimetres === 0)))
    missing.push("midline");
  for (const arch of archesOf(arches)) if (!scans.includes(arch)) missing.push(`scan_${arch}`);
  if (isScanUnderWay) missing.push("scan_under_way");
  if (!hasConsent) missing.push("consent");
  return missing;
}
