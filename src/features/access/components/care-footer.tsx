import { BookHeart } from "lucide-react";
import { drawn } from "@/components/drawn";
import { NavLink } from "@/components/shells/nav-link";
import { pickWords } from "@/lib/pick-words";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import { TellLink } from "./tell-link";

type CareFooterProps = {
  language: Language;
  patients: readonly { readonly id: string; readonly mayAct: boolean }[];
};

/** The end of every patient page: the guidance, and the way to ask about what the page shows (R26). */
export function CareFooter({ language, patients }: CareFooterProps) {
  const words = translationsIn(language, "care");
  const shell = translationsIn(language, "common.shell");
  return (
    <footer className="mx-auto flex w-full max-w-160 flex-wrap items-center gap-x-6 px-4 pb-5 text-dense print:hidden">
      <NavLink
        className={entryLook}
        exact
        href="/care"
        keep={["patient"]}
        {...drawn(
          <>
            <BookHeart aria-hidden="true" className="size-4.5 shrink-0" />
            {words("link")}
          </>,
        )}
      />
      <TellLink
        className={entryLook}
        label={words("tell")}
        onlyId={patients.length === 1 ? patients[0]?.id : undefined}
        subjects={pickWords(shell, ["treatment", "visits"])}
        viewOnlyIds={patients.filter(({ mayAct }) => !mayAct).map(({ id }) => id)}
      />
    </footer>
  );
}

const entryLook =
  "inline-flex min-h-11 items-center gap-2 rounded-control font-medium text-muted hover:text-ink hover:underline aria-[current=page]:hidden";
