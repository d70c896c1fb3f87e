import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Card } from "@/components/layout";
import { NavLink } from "@/components/shells/nav-link";
import { signedInPage } from "@/features/access/page-gates";
import { SectionTitle } from "@/features/account/components/section-title";
import { SessionList } from "@/features/account/components/session-list";
import { ownSessions, sessionsAtMost } from "@/features/account/queries";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.sessions");
  return { title: words("title") };
}

/** Where this login is used, to end one or all others (R17, S10). */
export default async function SessionsPage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await signedInPage("/account/sessions", searchParams);
  const [words, language, sessions] = await Promise.all([
    getTranslations("account.sessions"),
    getLocale(),
    ownSessions(services, actor),
  ]);
  const moment = (instant: { toString(): string }) => ({
    day: formatInstantDay(instant.toString(), actor.zone, language),
    time: formatInstantTime(instant.toString(), actor.zone, language),
  });
  const lines = sessions.map((session) => {
    const browser = session.browser ?? words("unknownBrowser");
    const { address, isSameNetwork } = session;
    return {
      id: session.id,
      isThisOne: session.isThisOne,
      browser,
      since: words("since", moment(session.startedAt)),
      lastUsed: words("lastUsed", moment(session.lastSeenAt)),
      place: isSameNetwork ? words("sameNetwork") : address && words("otherNetwork", { address }),
      endLabel: words("endLabel", { browser }),
    };
  });
  return (
    <>
      <SectionTitle lead={words("lead")} title={words("title")} />
      <Card>
        <SessionList
          sessions={lines}
          words={pickWords(words, ["thisOne", "end", "endOthers", "ended", "othersEnded", "only"])}
        />
      </Card>
      <p className="text-muted text-sm">{words("limit", { count: sessionsAtMost(actor) })}</p>
      <NavLink
        className="link inline-flex min-h-11 items-center self-start"
        href="/account/password"
        keep={["patient"]}
      >
        {words("changePassword")}
      </NavLink>
    </>
  );
}
