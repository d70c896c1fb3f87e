import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { type ListWish, listSearch } from "@/features/treatment/work-list/list-wish";
import { getTranslations } from "@/lib/translations";

/** Says what a list would hold, and where to look instead. */
export async function NobodyListed({ wish }: { wish: ListWish }) {
  const words = await getTranslations("doctor.empty");
  const { show, whose, query } = wish;
  const isSearch = query !== "";
  const title = isSearch
    ? words("foundTitle", { query })
    : show === "needs" || show === "all"
      ? words(`${show}Title`)
      : words(show);
  const text = isSearch
    ? words("foundText")
    : show === "needs"
      ? words("needsText")
      : show === "all" && words(whose === "all" ? "practiceText" : "allText");
  return (
    <div role={isSearch ? "status" : undefined}>
      <EmptyState
        action={
          isSearch || whose === "all" ? (
            show !== "all" && (
              <ButtonLink href="/doctor?show=all" kind="secondary" prefetch={false}>
                {words("all")}
              </ButtonLink>
            )
          ) : (
            <ButtonLink
              href={`/doctor?${listSearch({ ...wish, whose: "all" })}`}
              kind="secondary"
              prefetch={false}
            >
              {words("practice")}
            </ButtonLink>
          )
        }
        title={title}
      >
        {text}
      </EmptyState>
    </div>
  );
}
