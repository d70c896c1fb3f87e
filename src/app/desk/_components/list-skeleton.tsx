import { LoadingRegion, Skeleton, SkeletonLines } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of the search and what it found. */
export async function ListSkeleton() {
  const words = await getTranslations("common.ui");
  return (
    <LoadingRegion label={words("working")}>
      <div className="flex flex-col gap-4">
        <Skeleton className="h-12 w-full" />
        <SkeletonLines lines={10} />
      </div>
    </LoadingRegion>
  );
}
