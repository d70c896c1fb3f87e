import type { Translate } from "@/lib/translations";
import { stageNames } from "../components/stage-names";
import type { PastAdjustment } from "./adjustment-history";

/** What was decided, in a few words; `words` are those of `treatment`. */
export function adjustmentName(
  line: Pick<PastAdjustment, "kind" | "pause" | "extensions" | "backtracks" | "stopReleases">,
  words: Translate,
  day: (on: string) => string,
): string {
  const { kind, pause, extensions, backtracks, stopReleases } = line;
  switch (kind) {
    case "pause": {
      const from = pause === null ? "" : day(pause.fromOn);
      return pause?.untilOn == null
        ? words("adjust.history.pauseOpen", { from })
        : words("adjust.history.pause", { from, until: day(pause.untilOn) });
    }
    case "resume":
      return words("adjust.history.resume");
    case "extension":
      return words("adjust.history.extension", {
        stages: stageNames(words, extensions, false),
        days: extensions[0]?.days ?? 0,
      });
    case "backtrack":
      return words("adjust.history.backtrack", { stages: stageNames(words, backtracks, false) });
    case "stop_release":
      return words("adjust.history.stop_release", {
        stages: stageNames(words, stopReleases, false),
      });
    case "replacement":
      return backtracks.length === 0
        ? words("adjust.history.replacementPresent")
        : words("adjust.history.replacementPrevious", {
            stages: stageNames(words, backtracks, false),
          });
  }
}
