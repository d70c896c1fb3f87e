import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function WaitingListLoading() {
  const words = await getTranslations("common.ui");
  return (
    <LoadingRegion label={words("working")}>
      <div className="flex flex-col gap-6">
        <Skeleton className="h-10 w-48" />
        <SkeletonRows rows={6} />
      </div>
    </LoadingRegion>
  );
}
