import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import { SegmentLinks } from "@/components/segment-links";
import type { ClinicActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { listCases } from "@/features/cases/list-cases";
import { caseListHref } from "@/features/cases/list-search";
import { CASE_TABS, type CaseListWish } from "@/features/cases/schema";
import { getTranslations } from "@/lib/translations";
import { CaseLine } from "./case-line";

/** Which cases, whose, and the lines. */
export async function CaseList({
  services,
  actor,
  wish,
}: Admitted<ClinicActor> & { wish: CaseListWish }) {
  const [{ value }, words] = await Promise.all([
    listCases(services, actor, wish),
    getTranslations("cases.list"),
  ]);
  const { items, counts, next } = value;
  const found = wish.cursor !== undefined ? "foundFurther" : next === null ? "found" : "foundFirst";
  const first = { ...wish, cursor: undefined };
  const href = (changed: Partial<CaseListWish>) => caseListHref({ ...first, q: "", ...changed });
  return (
    <>
      {wish.q !== "" ? (
        <p className="flex flex-wrap items-center gap-x-4" role="status">
          {words(found, { count: items.length, query: wish.q })}
          <ButtonLink href={href({})} kind="quiet" prefetch={false} small>
            {words("clear")}
          </ButtonLink>
        </p>
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <SegmentLinks
            items={CASE_TABS.map((show) => ({
              href: href({ show }),
              label: words(`tabs.${show}`),
              current: wish.show === show,
              ...(show !== "closed" && show !== "all" && { count: counts[show] }),
              countLabel: words("counted"),
            }))}
            label={words("which")}
          />
          <SegmentLinks
            items={(["mine", "all"] as const).map((whose) => ({
              href: href({ whose }),
              label: words(whose === "mine" ? "mine" : "everybody"),
              current: wish.whose === whose,
            }))}
            label={words("whose")}
          />
        </div>
      )}
      {items.length === 0 ? (
        wish.q === "" && (
          <EmptyState
            action={
              wish.whose === "mine" ? (
                <ButtonLink href={href({ whose: "all" })} kind="secondary" prefetch={false}>
                  {words("everybody")}
                </ButtonLink>
              ) : (
                wish.show !== "all" && (
                  <ButtonLink href={href({ show: "all" })} kind="secondary" prefetch={false}>
                    {words("everyState")}
                  </ButtonLink>
                )
              )
            }
            title={words(`empty.${wish.show}.title`)}
          >
            {words(`empty.${wish.show}.text`)}
          </EmptyState>
        )
      ) : (
        <Card flush>
          <ul className="divide-y divide-hairline">
            {items.map((item) => (
              <CaseLine
                item={item}
                key={item.id}
                showWhose={wish.whose === "all" || wish.q !== ""}
                zone={actor.zone}
              />
            ))}
          </ul>
        </Card>
      )}
      <Pagination
        firstHref={wish.cursor === undefined ? null : caseListHref(first)}
        nextHref={next === null ? null : caseListHref({ ...wish, cursor: next })}
      />
    </>
  );
}
