import type { PlanDifference } from "@/domain/treatment/plan/plan-differences";
import { shortDate } from "@/lib/short-day";
import { type Translate, translationsIn } from "@/lib/translations";
import { languageFor } from "@/lib/words";
import type { Services } from "@/server/services";

interface Said {
  /** Words of `plan` and `treatment`. */
  readonly words: Translate;
  readonly treatment: Translate;
  readonly language: string;
}

/** What differs between two plans, a line each. */
export function sayDifferences(changes: readonly PlanDifference[], said: Said): string[] {
  return changes.map((change) => lineOf(change, said));
}

/** The same for an answer, in the language of whoever asks. */
export function sayDifferencesTo(services: Services, changes: readonly PlanDifference[]): string[] {
  const language = languageFor(services.request.language);
  return sayDifferences(changes, {
    words: translationsIn(language, "plan"),
    treatment: translationsIn(language, "treatment"),
    language,
  });
}

function lineOf(change: PlanDifference, { words, treatment, language }: Said): string {
  const say = (key: string, values: Record<string, string | number> = {}) =>
    words(`changes.${key}`, values);
  const day = (on: string) => shortDate(on, language);
  const hours = (minutes: number) => Math.round(minutes / 6) / 10;
  switch (change.kind) {
    case "wear_goal":
      return say("wear_goal", { from: hours(change.from), to: hours(change.to) });
    case "series_added":
    case "series_removed": {
      const { series, upper, lower, seriesKind } = change;
      return say(change.kind, { series, upper, lower, kind: treatment(`series.${seriesKind}`) });
    }
    case "series_kind":
      return say("series_kind", {
        series: change.series,
        kind: treatment(`series.${change.to}`),
      });
    case "series_start":
    case "series_end": {
      const { kind, series, to } = change;
      return to === null ? say(`${kind}Open`, { series }) : say(kind, { series, day: day(to) });
    }
    case "count":
      return say("count", { ...change });
    default:
      return stageLine(change, say, hours, words);
  }
}

type StageChange = Extract<PlanDifference, { readonly first: number }>;

function stageLine(
  change: StageChange,
  say: (key: string, values?: Record<string, string | number>) => string,
  hours: (minutes: number) => number,
  words: Translate,
): string {
  const { series, arch, first, last } = change;
  const count = last - first + 1;
  const stages = say("stages", { series, arch, first, last, count });
  switch (change.kind) {
    case "days":
      return say("days", { stages, from: change.from, to: change.to });
    case "stage_kind":
      return say("stage_kind", { stages, kind: words(`stage.kinds.${change.to}`) });
    case "stop":
      return say("stop", { stages, stop: change.to, count });
    case "stage_goal":
      return change.to === null
        ? say("stage_goalPlan", { stages })
        : say("stage_goal", { stages, hours: hours(change.to) });
    case "template":
      return say(change.to ? "templateAdded" : "templateRemoved", { arch, series });
    case "attachments": {
      const work = [
        ...(change.place.length > 0 ? [say("placed", { teeth: change.place.join(", ") })] : []),
        ...(change.remove.length > 0 ? [say("removed", { teeth: change.remove.join(", ") })] : []),
      ];
      return work.length === 0
        ? say("attachmentsNone", { stages })
        : say("attachments", { stages, work: work.join("; ") });
    }
    case "ipr": {
      const spots = change.ipr.map(({ between, millimetres }) =>
        say("spot", { teeth: between.join("–"), mm: millimetres }),
      );
      return spots.length === 0
        ? say("iprNone", { stages })
        : say("ipr", { stages, spots: spots.join(", ") });
    }
    case "note":
      return say(change.to ? "note" : "noteNone", { stages });
  }
}
