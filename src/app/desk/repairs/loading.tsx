import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function RepairsLoading() {
  const words = await getTranslations("common.ui");
  return (
    <LoadingRegion label={words("working")}>
      <div className="flex flex-col gap-6">
        <Skeleton className="h-10 w-48" />
        <div className="grid gap-8 xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
          <SkeletonRows rows={5} />
          <SkeletonRows rows={3} />
        </div>
      </div>
    </LoadingRegion>
  );
}
