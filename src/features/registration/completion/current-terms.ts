import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { VisitorActor } from "@/features/access/actors";
import {
  currentPractice,
  type PracticeFacts,
  practiceById,
  practiceByShortName,
} from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { registrationOfCookie } from "../own-registration";

export interface Terms {
  readonly version: string;
  readonly text: string;
}

const fallback = "en";

/** R4: the practice's newest published terms in a language, else in English; else the installation's template. */
export async function termsOf(
  tx: Tx,
  services: Services,
  practiceId: string,
  language: string,
): Promise<Terms> {
  const published = await tx.terms.findMany({
    where: {
      practiceId,
      language: { in: [language, fallback] },
      publishedAt: { lte: fromInstant(services.now) },
    },
    orderBy: [{ publishedAt: "desc" }, { version: "desc" }],
    select: { version: true, text: true, language: true },
    take: 10,
  });
  const newest = published[0];
  if (newest) {
    const same = published.filter(({ version }) => version === newest.version);
    return same.find((terms) => terms.language === language) ?? newest;
  }
  const templates = await tx.termsTemplate.findMany({
    where: { language: { in: [language, fallback] } },
    orderBy: { version: "desc" },
    select: { version: true, text: true, language: true },
  });
  const template = templates.find((terms) => terms.language === language) ?? templates[0];
  if (!template) throw new Error("The practice has no terms, and the installation no template.");
  return template;
}

/** The terms to be accepted: of the registration's practice, of the one asked for, else of the default one. */
export async function currentTerms(
  services: Services,
  actor: Pick<VisitorActor, "cookies">,
  input: { readonly practice?: string | undefined },
): Promise<Result<Terms, "practice_unknown">> {
  const own = await registrationOfCookie(services, actor.cookies.get("registration"));
  const practice = input.practice
    ? await practiceByShortName(services, input.practice)
    : own
      ? await practiceById(services, own.practiceId)
      : await currentPractice(services, {});
  if (!practice) return refused("practice_unknown");
  const { version, text } = await inPractice(services.db, practice.id, (tx) =>
    termsOf(tx, services, practice.id, practice.language),
  );
  return ok({ version, text });
}

/** The same for the page of a practice's terms. */
export function practiceTerms(services: Services, practice: PracticeFacts): Promise<Terms> {
  return inPractice(services.db, practice.id, (tx) =>
    termsOf(tx, services, practice.id, practice.language),
  );
}
