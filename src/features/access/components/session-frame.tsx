import type { ReactNode } from "react";
import { AccentStyle } from "@/components/accent-style";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { ShellFacts } from "../shell-facts";
import { IdleWarning } from "./idle-warning";
import { idleWordKeys } from "./idle-words";
import { proveWords } from "./prove-words";
import { StepUp } from "./step-up";

/** What every signed-in page has around its shell: the practice's colour, the idle warning (R18) and step-up (S11). */
export async function SessionFrame({
  facts,
  children,
}: {
  facts: ShellFacts;
  children: ReactNode;
}) {
  const [words, factors] = await Promise.all([
    getTranslations("access.idle"),
    getTranslations("factors"),
  ]);
  return (
    <>
      <AccentStyle colour={facts.accentColour} />
      {children}
      <IdleWarning
        idleMinutes={facts.idleMinutes}
        loginName={facts.loginName}
        secondsLeft={facts.idleSecondsLeft}
        words={pickWords((key) => words.raw(key), idleWordKeys)}
      />
      <StepUp
        prove={proveWords(factors)}
        words={pickWords(
          (key) => factors(`stepUp.${key}`),
          ["title", "lead", "submit", "cancel", "starting"],
        )}
      />
    </>
  );
}
