import { stageName } from "@/features/treatment/components/stage-names";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { AboutView } from "./schema";

interface AboutWords {
  /** "Visit on Tuesday 9 March" or "Aligner 7": what stands on the chip, and as the subject. */
  readonly name: string;
  readonly label: string;
}

/** What a thread is about, in words; days are the practice's. */
export async function aboutWords(
  about: AboutView,
  { zone, language }: { readonly zone: string; readonly language: string },
): Promise<AboutWords> {
  const [words, stages] = await Promise.all([
    getTranslations("messages.about"),
    getTranslations("treatment"),
  ]);
  const name = nameOf(about);
  return { name, label: words("label", { name }) };

  function nameOf(about: AboutView): string {
    switch (about.kind) {
      case "visit":
        return words("visit", { day: formatInstantDay(about.startsAt, zone, language) });
      case "stage":
        return stageName(stages, { kind: about.stageKind, number: about.number });
      case "case":
        return words("case", { number: about.caseNumber });
    }
  }
}
