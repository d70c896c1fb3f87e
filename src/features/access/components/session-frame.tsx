import type { ReactNode } from "react";
import { AccentStyle } from "@/components/accent-style";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { ShellFacts } from "../shell-facts";
import { IdleWarning } from "./idle-warning";
import { idleWordKeys } from "./idle-words";

/** What every signed-in page has around its shell: the practice's colour and the idle warning (R18). */
export async function SessionFrame({
  facts,
  children,
}: {
  facts: ShellFacts;
  children: ReactNode;
}) {
  const words = await getTranslations("access.idle");
  return (
    <>
      <AccentStyle colour={facts.accentColour} />
      {children}
      <IdleWarning
        idleMinutes={facts.idleMinutes}
        secondsLeft={facts.idleSecondsLeft}
        words={pickWords((key) => words.raw(key), idleWordKeys)}
      />
    </>
  );
}
