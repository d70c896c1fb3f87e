import type { Arch, SeriesKind, StopKind } from "@/domain/treatment/facts";
import type { PlanDifference } from "@/domain/treatment/plan/plan-differences";

export type EditedArch = Arch | "both";

/** Something an edit changed that a patient notices. Teeth, notes and wear goals move no day. */
export type EditReason =
  | { readonly kind: "series_added" | "series_removed"; readonly seriesKind: SeriesKind }
  | { readonly kind: "series_start" | "series_end"; readonly on: string }
  | { readonly kind: "more" | "fewer"; readonly arch: EditedArch; readonly count: number }
  | {
      readonly kind: "days";
      readonly arch: EditedArch;
      readonly first: number;
      readonly last: number;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: "stop";
      readonly arch: EditedArch;
      readonly first: number;
      readonly last: number;
      readonly to: StopKind;
    }
  | { readonly kind: "days_differ" | "stops_differ" };

/** More of one kind than these are said in one sentence. */
const MOST_SENTENCES = 2;

/** Why an edit moves a patient's days, from what it changed: few sentences, both arches together where they agree (R22). */
export function editReasons(changes: readonly PlanDifference[]): EditReason[] {
  const added = new Set(
    changes.flatMap((one) => (one.kind === "series_added" ? [one.series] : [])),
  );
  const reasons = changes.flatMap((one): EditReason[] =>
    one.kind !== "series_added" && "series" in one && added.has(one.series) ? [] : reasonsOf(one),
  );
  const days = reasons.filter(({ kind }) => kind === "days");
  const stops = reasons.filter(({ kind }) => kind === "stop");
  const others = reasons.filter(({ kind }) => kind !== "days" && kind !== "stop");
  return [
    ...bothTogether(others),
    ...shortened(bothTogether(days), "days_differ"),
    ...shortened(bothTogether(stops), "stops_differ"),
  ];
}

function reasonsOf(change: PlanDifference): EditReason[] {
  switch (change.kind) {
    case "series_added":
    case "series_removed":
      return [{ kind: change.kind, seriesKind: change.seriesKind }];
    case "series_start":
    case "series_end":
      return change.to === null ? [] : [{ kind: change.kind, on: change.to }];
    case "count": {
      const by = change.to - change.from;
      return [{ kind: by > 0 ? "more" : "fewer", arch: change.arch, count: Math.abs(by) }];
    }
    case "days": {
      const { kind, arch, first, last, from, to } = change;
      return [{ kind, arch, first, last, from, to }];
    }
    case "stop": {
      const { kind, arch, first, last, to } = change;
      return [{ kind, arch, first, last, to }];
    }
    default:
      return [];
  }
}

/** What holds of the upper and of the lower arch alike is one reason. */
function bothTogether(reasons: readonly EditReason[]): EditReason[] {
  const alike = (arch: Arch, one: EditReason) => JSON.stringify({ ...one, arch });
  const all = new Set(reasons.map((one) => JSON.stringify(one)));
  return reasons.flatMap((one): EditReason[] => {
    if (!("arch" in one) || !all.has(alike(one.arch === "upper" ? "lower" : "upper", one)))
      return [one];
    return one.arch === "upper" ? [{ ...one, arch: "both" }] : [];
  });
}

function shortened(
  reasons: EditReason[],
  kind: "days_differ" | "stops_differ",
): readonly EditReason[] {
  return reasons.length > MOST_SENTENCES ? [{ kind }] : reasons;
}
