import { formatDay, formatRelativeDays } from "@/lib/format-time";
import type { Translate } from "@/lib/translations";
import type { StageView, TreatmentView } from "../schema";
import {
  alignersWorn,
  capitalised,
  nextStages,
  stageName,
  stagesMidSentence,
  wornStages,
} from "./stage-names";

export interface TodayWords {
  readonly title: string;
  readonly text: string;
  /** The aligners that can be marked as put on now, and the words for it; null while nothing can change. */
  readonly change: { readonly stages: readonly StageView[]; readonly words: string } | null;
  /** Marking is what to do today, and not merely possible. */
  readonly isDue: boolean;
}

interface Language {
  /** Words of `home` and `treatment`. */
  readonly home: Translate;
  readonly names: Translate;
  readonly language: string;
  /** What a stop waits for was sent and waits for an answer. */
  readonly hasSentPhotos?: boolean;
}

/** The one thing to know today, in words (R19). */
export function todayWords(treatment: TreatmentView, language: Language): TodayWords {
  const { task } = treatment;
  const { home } = language;
  const day = (on: string | null) => (on === null ? "" : formatDay(on, language.language));
  const isOneArch = treatment.arches.length < 2;
  const inSentence = (stages: readonly StageView[]) => stagesMidSentence(home, stages, isOneArch);
  const worn = inSentence(wornStages(treatment));
  const still = (title: string, text: string): TodayWords => ({
    title,
    text,
    change: null,
    isDue: false,
  });
  switch (task.kind) {
    case "no_plan":
      return still(home("task.no_plan.title"), home("task.no_plan.text"));
    case "not_started":
      return firstWords(treatment, task.startsOn, language);
    case "paused":
      return still(
        home("task.paused.title"),
        task.untilOn === null
          ? home("task.paused.open")
          : home("task.paused.until", { day: day(task.untilOn) }),
      );
    case "change_today": {
      const stages = nextStages(treatment, task.next);
      return {
        title: home("task.change_today.title", { stages: inSentence(stages) }),
        text: home("task.change_today.text"),
        change: { stages, words: inSentence(stages) },
        isDue: true,
      };
    }
    case "overdue": {
      const stages = nextStages(treatment, task.next);
      const ago = formatRelativeDays(-task.days, language.language);
      const count = countOf(stages);
      return {
        title: home("task.overdue.title", { stages: capitalised(inSentence(stages)), count }),
        text: home("task.overdue.text", { day: day(task.dueOn), ago }),
        change: { stages, words: inSentence(stages) },
        isDue: true,
      };
    }
    case "stop_reached": {
      const stages = nextStages(treatment, task.next);
      const values = { stages: capitalised(inSentence(stages)), count: countOf(stages) };
      const isSent = language.hasSentPhotos === true && task.reason === "photo_check_in";
      const key = `task.stop_reached.${isSent ? "photosSent" : task.reason}`;
      return still(home(key, values), home(`${key}Text`));
    }
    case "change_in": {
      const stages = nextStages(treatment, task.next);
      const values = { stages: inSentence(stages), days: task.days };
      return {
        title: home("task.change_in.title", values),
        text: home("task.change_in.text", { day: day(task.on), worn }),
        change: { stages, words: inSentence(stages) },
        isDue: false,
      };
    }
    case "keep_wearing":
      if (task.stopsFor === null) {
        const text = task.untilOn === null ? "" : { day: day(task.untilOn) };
        return still(
          home("task.keep_wearing.last"),
          text === "" ? "" : home("task.keep_wearing.lastText", text),
        );
      }
      return still(
        task.untilOn === null
          ? home("task.keep_wearing.now", { worn })
          : home("task.keep_wearing.stop", { worn, day: day(task.untilOn) }),
        home(`task.keep_wearing.${task.stopsFor}`),
      );
    case "retention":
      return still(home("task.retention.title"), home("task.retention.text"));
    case "finished":
      return still(
        home("task.finished.title"),
        home("task.finished.text", { count: alignersWorn(treatment) }),
      );
  }
}

function firstWords(
  treatment: TreatmentView,
  startsOn: string | null,
  { home, names, language }: Language,
): TodayWords {
  const [arch] = treatment.arches;
  const first = arch?.nextStage ?? null;
  const stages = treatment.arches.flatMap(({ nextStage }) => nextStage ?? []);
  const isOneArch = treatment.arches.length < 2;
  if (first === null || startsOn === null) {
    return {
      title: home("task.first.unknown"),
      text: home("task.first.unknownText"),
      change: null,
      isDue: false,
    };
  }
  if (startsOn > treatment.today) {
    const values = { stage: stageName(names, first), day: formatDay(startsOn, language) };
    return {
      title: home("task.first.title", values),
      text: home("task.first.text", { total: arch?.stagesInSeries ?? 0 }),
      change: null,
      isDue: false,
    };
  }
  const words = stagesMidSentence(home, stages, isOneArch);
  return {
    title: home("task.first.today", { stage: words }),
    text: home("task.first.todayText"),
    change: { stages, words },
    isDue: true,
  };
}

/** Two arches with one number are one aligner in words. */
function countOf(stages: readonly StageView[]): number {
  const [first, second] = stages;
  return second === undefined || (first?.number === second.number && first.kind === second.kind)
    ? 1
    : 2;
}
