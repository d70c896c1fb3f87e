import type { EditReason } from "@/domain/treatment/plan/edit-reasons";
import { shortDay } from "@/lib/short-day";
import type { Translate } from "@/lib/translations";

/** One thing an edit changed, as a sentence to the patient; `words` are those of `treatment`. */
export function sayEditReason(reason: EditReason, words: Translate, language: string): string {
  const say = (values: Record<string, string | number> = {}) =>
    words(`movement.why.${reason.kind}`, values);
  switch (reason.kind) {
    case "series_added":
    case "series_removed":
      return say({ series: reason.seriesKind });
    case "series_start":
    case "series_end":
      return say({ day: shortDay(reason.on, language) });
    case "more":
    case "fewer":
      return say({ arch: reason.arch, count: reason.count });
    case "days":
    case "stop":
      return say({ ...reason, count: reason.last - reason.first + 1 });
    default:
      return say();
  }
}
