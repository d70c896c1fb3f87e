import Link from "next/link";
import { getTranslations } from "@/lib/translations";
import { askHref, writeAboutHref } from "./about-hrefs";
import type { About } from "./schema";

type AboutLink = {
  about: About;
  /** Which one, for those who hear the link alone. */
  which: string;
};

/** A quiet way to write to the practice about a visit, a stage or a case (R37). */
export async function AskLink({
  about,
  which,
  named,
}: AboutLink & {
  /** The patient the address names, for links. */
  named: string | undefined;
}) {
  const words = await getTranslations("messages.about");
  const says = words(about.kind === "visit" ? "askVisit" : "askThis");
  return <QuietLink href={askHref(about, named)} says={says} which={which} />;
}

/** The same for the orthodontist, to the patient. */
export async function WriteAboutLink({
  about,
  which,
  patientId,
}: AboutLink & { patientId: string }) {
  const words = await getTranslations("messages.about");
  const says = words(about.kind === "visit" ? "writeVisit" : "writeThis");
  return <QuietLink href={writeAboutHref(about, patientId)} says={says} which={which} />;
}

function QuietLink({ href, says, which }: { href: string; says: string; which: string }) {
  return (
    <Link
      className="link inline-flex min-h-11 w-fit items-center text-sm"
      href={href}
      prefetch={false}
    >
      {says}
      <span className="sr-only">, {which}</span>
    </Link>
  );
}
