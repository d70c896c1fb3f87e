/** What is photographed, in the order in which it is asked for. */
export const CHECK_IN_VIEWS = ["front", "left", "right", "upper", "lower"] as const;
export type CheckInView = (typeof CHECK_IN_VIEWS)[number];

export interface Shot {
  readonly view: CheckInView;
  readonly withAligner: boolean;
}

/** The guided set (R24): every view with the aligner out, then, if wished, with it in. */
export const GUIDED_SHOTS: readonly Shot[] = [false, true].flatMap((withAligner) =>
  CHECK_IN_VIEWS.map((view) => ({ view, withAligner })),
);

/** Views still missing: all five with the aligner out are needed, those with it in are not. */
export function missingViews(taken: readonly Shot[]): CheckInView[] {
  return CHECK_IN_VIEWS.filter(
    (view) => !taken.some((shot) => shot.view === view && !shot.withAligner),
  );
}
