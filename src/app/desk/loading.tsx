import { getTranslations } from "next-intl/server";
import { ListDetail } from "@/components/shells/list-detail";
import { LoadingRegion, Skeleton, SkeletonLines } from "@/components/skeleton";

/** The shape of a list and what is chosen from it. */
export default async function DeskLoading() {
  const words = await getTranslations("common.ui");
  return (
    <LoadingRegion label={words("working")}>
      <Skeleton className="mb-6 h-9 w-48" />
      <ListDetail
        detail={
          <div className="flex flex-col gap-4">
            <Skeleton className="h-7 w-56" />
            <Skeleton className="h-40 w-full" />
          </div>
        }
        list={
          <div className="flex flex-col gap-4">
            <Skeleton className="h-12 w-full" />
            <SkeletonLines lines={10} />
          </div>
        }
        listLabel={words("working")}
      />
    </LoadingRegion>
  );
}
