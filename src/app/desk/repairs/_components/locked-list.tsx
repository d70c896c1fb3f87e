import Link from "next/link";
import { StatusChip } from "@/components/badge";
import { Section } from "@/components/layout";
import type { LockedLogin } from "@/features/access/lock/locked-logins";
import { shortDayTime } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { ReasonDialog } from "../../_components/reason-dialog";
import { unlockWords } from "../../_components/unlock-words";

type LockedListProps = { locked: readonly LockedLogin[]; zone: string };

/** R14, S5: who is locked out, until when, after how many failures. */
export async function LockedList({ locked, zone }: LockedListProps) {
  const words = await getTranslations("repairs.locked");
  return (
    <Section id="locked" title={words("title")}>
      {locked.length === 0 ? (
        <p className="text-muted">{words("empty")}</p>
      ) : (
        <ul className="flex flex-col rounded-card border border-hairline bg-surface">
          {locked.map((one) => (
            <li
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-hairline border-b px-4 py-3 last:border-0"
              key={one.loginId}
            >
              <div className="min-w-0">
                <p className="wrap-anywhere font-semibold">
                  {one.patientId ? (
                    <Link
                      className="link inline-flex min-h-11 items-center lg:min-h-0"
                      href={`/desk/records/${one.patientId}`}
                      prefetch={false}
                    >
                      {one.name}
                    </Link>
                  ) : (
                    one.name
                  )}
                </p>
                <p className="text-muted text-sm">
                  {words(`role.${one.role}`)} · {one.loginName}
                </p>
                <p>
                  {one.lockedUntilAt
                    ? words("until", { time: shortDayTime(one.lockedUntilAt, zone) })
                    : words("notNow")}
                </p>
                <StatusChip tone={one.isAlert ? "danger" : "plain"}>
                  {words("streak", { count: one.failures })}
                </StatusChip>
              </div>
              <ReasonDialog
                label={words("dialogTitle", { name: one.name })}
                path={`/api/logins/${one.loginId}/unlock`}
                words={unlockWords(words, one.name)}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
