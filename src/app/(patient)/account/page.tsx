import type { Metadata } from "next";
import Link from "next/link";
import { getLocale } from "next-intl/server";
import { DefinitionList } from "@/components/definition-list";
import { Card, PageTitle, Section } from "@/components/layout";
import { signedInPage } from "@/features/access/page-gates";
import { MembershipSwitch } from "@/features/account/components/membership-switch";
import { SessionList } from "@/features/account/components/session-list";
import { ownMemberships, ownSessions } from "@/features/account/queries";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account");
  return { title: words("title") };
}

export default async function AccountPage() {
  const { services, actor } = await signedInPage("/account");
  const [words, roleWords, language, sessions, memberships] = await Promise.all([
    getTranslations("account"),
    getTranslations("visitor.roles"),
    getLocale(),
    ownSessions(services, actor),
    ownMemberships(services, actor),
  ]);
  const roles = pickWords(roleWords, ["patient", "guardian", "orthodontist", "staff", "admin"]);
  const others = memberships.filter(({ id }) => id !== actor.membershipId);
  const moment = (instant: { toString(): string }) => ({
    day: formatInstantDay(instant.toString(), actor.zone, language),
    time: formatInstantTime(instant.toString(), actor.zone, language),
  });
  const lines = sessions.map((session) => {
    const browser = session.browser ?? words("sessions.unknownBrowser");
    return {
      id: session.id,
      isThisOne: session.isThisOne,
      browser,
      since: words("sessions.since", moment(session.startedAt)),
      lastUsed: words("sessions.lastUsed", moment(session.lastSeenAt)),
      endLabel: words("sessions.endLabel", { browser }),
    };
  });
  return (
    <>
      <PageTitle title={words("title")} />
      <Section id="login" title={words("login.title")}>
        <Card>
          <DefinitionList
            items={[
              { term: words("login.name"), detail: actor.personName },
              { term: words("login.loginName"), detail: actor.loginName },
              { term: words("login.practice"), detail: actor.practiceName },
              { term: words("login.role"), detail: roles[actor.role] },
              {
                term: words("login.password"),
                detail: words("login.passwordText"),
                action: (
                  <Link className="link inline-flex min-h-11 items-center" href="/forgot-password">
                    {words("login.changePassword")}
                  </Link>
                ),
              },
            ]}
          />
        </Card>
      </Section>
      {others.length > 0 && (
        <Section id="switch" title={words("switch.title")}>
          <p className="text-muted">{words("switch.lead")}</p>
          <MembershipSwitch memberships={others} roles={roles} />
        </Section>
      )}
      <Section id="sessions" title={words("sessions.title")}>
        <p className="text-muted">{words("sessions.lead")}</p>
        <Card>
          <SessionList
            sessions={lines}
            words={pickWords(
              (key) => words(`sessions.${key}`),
              ["thisOne", "end", "endOthers", "ended", "othersEnded", "only"],
            )}
          />
        </Card>
      </Section>
    </>
  );
}
