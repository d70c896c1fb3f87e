import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonLines } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function Loading() {
  const words = await getTranslations("usage");
  return (
    <LoadingRegion label={words("title")}>
      <Skeleton className="mb-8 h-9 w-32" />
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <Card>
          <Skeleton className="mb-6 h-16 w-48" />
          <Skeleton className="h-48" />
        </Card>
        <div className="flex flex-col gap-8">
          <Skeleton className="h-56" />
          <Skeleton className="h-44" />
        </div>
      </div>
      <div className="mt-8">
        <SkeletonLines lines={10} />
      </div>
    </LoadingRegion>
  );
}
