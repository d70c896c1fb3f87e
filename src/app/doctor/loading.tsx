import { getTranslations } from "next-intl/server";
import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";

export default async function Loading() {
  const words = await getTranslations("doctor");
  return (
    <LoadingRegion label={words("loading")}>
      <div className="flex flex-col gap-5">
        <Skeleton className="h-9 w-40" />
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
