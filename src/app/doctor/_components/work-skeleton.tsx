import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

/** The shape of the work list while it loads. */
export async function WorkSkeleton() {
  const words = await getTranslations("doctor");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-5">
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          <Skeleton className="h-28 rounded-card" />
          <Skeleton className="h-28 rounded-card" />
          <Skeleton className="h-28 rounded-card" />
          <Skeleton className="h-28 rounded-card" />
        </div>
        <SkeletonRows rows={8} />
      </div>
    </LoadingRegion>
  );
}
