import { SegmentLinks } from "@/components/segment-links";
import { type ListWish, listSearch } from "@/features/treatment/work-list/list-wish";
import { getTranslations } from "@/lib/translations";

/** Between those who need something and everybody, and between own patients and the practice's. */
export async function ListSwitches({ wish, needing }: { wish: ListWish; needing: number }) {
  const words = await getTranslations("doctor.work");
  const href = (changed: Partial<ListWish>) => `/doctor?${listSearch({ ...wish, ...changed })}`;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <SegmentLinks
        items={[
          {
            href: href({ show: "needs" }),
            label: words("needs"),
            current: wish.show === "needs",
            count: needing,
            countLabel: words("patients"),
          },
          { href: href({ show: "all" }), label: words("all"), current: wish.show === "all" },
        ]}
        label={words("which")}
      />
      <SegmentLinks
        items={[
          { href: href({ whose: "mine" }), label: words("mine"), current: wish.whose === "mine" },
          { href: href({ whose: "all" }), label: words("practice"), current: wish.whose === "all" },
        ]}
        label={words("whose")}
      />
    </div>
  );
}
