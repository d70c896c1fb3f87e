import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { SegmentLinks } from "@/components/segment-links";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { WaitingList } from "@/features/check-ins/components/waiting-list";
import { type CheckInListWish, checkInListHref } from "@/features/check-ins/list-wish";
import { countWaitingCheckIns, waitingCheckIns } from "@/features/check-ins/waiting";
import { getTranslations } from "@/lib/translations";

type WaitingContentProps = Admitted<ClinicActor> & { wish: CheckInListWish };

/** Whose, how many, and the list. */
export async function WaitingContent({ services, actor, wish }: WaitingContentProps) {
  const { everybody } = wish;
  const [page, mine, all, words] = await Promise.all([
    waitingCheckIns(services, actor, wish),
    countWaitingCheckIns(services, actor, { everybody: false }),
    countWaitingCheckIns(services, actor, { everybody: true }),
    getTranslations("checkIns.clinic"),
  ]);
  const href = (changed: boolean) => checkInListHref({ everybody: changed, after: undefined });
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted">{words("lead")}</p>
        <SegmentLinks
          items={[
            {
              href: href(false),
              label: words("mine"),
              current: !everybody,
              count: mine,
              countLabel: words("list"),
            },
            {
              href: href(true),
              label: words("everybody"),
              current: everybody,
              count: all,
              countLabel: words("list"),
            },
          ]}
          label={words("whose")}
        />
      </div>
      {page.items.length === 0 ? (
        <EmptyState
          action={
            !everybody &&
            all > 0 && <ButtonLink href={href(true)}>{words("empty.everybody")}</ButtonLink>
          }
          title={words("empty.title")}
        >
          {words("empty.text")}
        </EmptyState>
      ) : (
        <WaitingList items={page.items} zone={actor.zone} />
      )}
      {page.next !== null && (
        <ButtonLink href={checkInListHref({ everybody, after: page.next })} kind="secondary">
          {words("more")}
        </ButtonLink>
      )}
    </>
  );
}
