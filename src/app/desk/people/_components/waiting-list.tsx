import type { Temporal } from "temporal-polyfill";
import { StatusChip } from "@/components/badge";
import { Section } from "@/components/layout";
import { ConfirmDialog } from "@/features/people/components/confirm-dialog";
import { ResendButton } from "@/features/people/components/resend-button";
import type { WaitingPerson } from "@/features/people/roles/clinic-people";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";

type WaitingListProps = {
  waiting: readonly WaitingPerson[];
  now: Temporal.Instant;
  zone: string;
};

/** Who was invited and has not answered. */
export async function WaitingList({ waiting, now, zone }: WaitingListProps) {
  const [words, states, roles] = await Promise.all([
    getTranslations("people.invited"),
    getTranslations("people.states"),
    getTranslations("visitor.roles"),
  ]);
  return (
    <Section id="waiting" title={words("title")}>
      <p className="max-w-prose text-muted">{words("lead")}</p>
      <ul className="flex flex-col rounded-card border border-hairline bg-surface">
        {waiting.map(({ id, name, email, role, version, expiresAt }) => {
          const isOver = expiresAt.getTime() <= now.epochMilliseconds;
          const time = shortDayTime(expiresAt.toISOString(), zone);
          return (
            <li
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-hairline border-b px-4 py-3 last:border-0"
              key={id}
            >
              <div className="flex min-w-0 flex-col gap-1">
                <p className="wrap-anywhere font-semibold">{name}</p>
                <p className="wrap-anywhere text-muted text-sm">
                  {roles(role)} · {email}
                </p>
                <StatusChip tone={isOver ? "danger" : "notice"}>
                  {isOver ? states("ranOut") : states("invited", { time })}
                </StatusChip>
              </div>
              <div className="flex flex-wrap items-center gap-3">
                <ResendButton
                  id={id}
                  label={words("resendLabel", { name })}
                  version={version}
                  words={{ resend: words("resend"), sent: words("sent") }}
                />
                <ConfirmDialog
                  body={{ version }}
                  kind="quiet"
                  label={words("withdrawLabel", { name })}
                  path={`/api/people/invitations/${id}/withdraw`}
                  words={{
                    open: words("withdraw"),
                    title: words("withdrawTitle", { name }),
                    text: words("withdrawText"),
                    go: words("withdraw"),
                    cancel: words("keep"),
                  }}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
