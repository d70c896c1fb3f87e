import { DefinitionList } from "@/components/definition-list";
import { Card, Section } from "@/components/layout";
import { ConfirmDialog } from "@/features/people/components/confirm-dialog";
import { ResetFactors } from "@/features/people/components/reset-factors";
import type { PersonPage } from "@/features/people/roles/read-person";
import { shortDateAt, shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { ReasonDialog } from "../../_components/reason-dialog";
import { unlockWords } from "../../_components/unlock-words";
import { LoginChip } from "./login-chip";

/** How somebody's login stands, and what helps who cannot get in. */
export async function LoginFacts({ page, zone }: { page: PersonPage; zone: string }) {
  const { person, isSelf } = page;
  const { name, loginId, loginName, hasApp, hasPasskey, sessions, lastLoginAt, sinceAt } = person;
  const [all, words, unlock, factors] = await Promise.all([
    getTranslations("people"),
    getTranslations("people.person"),
    getTranslations("repairs.locked"),
    getTranslations("factors.people"),
  ]);
  const steps = [hasApp && all("factors.totp"), hasPasskey && all("factors.passkey")];
  return (
    <Section id="login" title={words("facts")}>
      <Card>
        <DefinitionList
          items={[
            {
              term: all("columns.loginName"),
              detail: <span className="wrap-anywhere">{loginName}</span>,
            },
            {
              term: all("columns.state"),
              detail: <LoginChip person={person} zone={zone} />,
              ...(person.lockedUntilAt &&
                !isSelf && {
                  action: (
                    <ReasonDialog
                      path={`/api/logins/${loginId}/unlock`}
                      words={unlockWords(unlock, name)}
                    />
                  ),
                }),
            },
            {
              term: all("columns.secondStep"),
              detail: steps.filter(Boolean).join(", ") || all("factors.none"),
              ...(person.mayReset && {
                action: (
                  <ResetFactors
                    loginId={loginId}
                    words={{
                      reset: factors("reset"),
                      resetLabel: factors("resetLabel", { name }),
                      resetTitle: factors("resetTitle", { name }),
                      resetText: factors("resetText", { name }),
                      cancel: factors("cancel"),
                      done: factors("done", { name }),
                    }}
                  />
                ),
              }),
            },
            {
              term: words("sessions"),
              detail: words("sessionsCount", { count: sessions }),
              ...(sessions > 0 &&
                !isSelf && {
                  action: (
                    <ConfirmDialog
                      body={{}}
                      path={`/api/people/${person.membershipId}/end-sessions`}
                      words={{
                        open: words("end"),
                        title: words("endTitle", { name }),
                        text: words("endText"),
                        go: words("end"),
                        cancel: words("cancel"),
                      }}
                    />
                  ),
                }),
            },
            {
              term: all("columns.lastLogin"),
              detail: lastLoginAt ? shortDayTime(lastLoginAt.toISOString(), zone) : all("never"),
            },
            { term: words("since"), detail: shortDateAt(sinceAt.toISOString(), zone) },
          ]}
        />
      </Card>
    </Section>
  );
}
