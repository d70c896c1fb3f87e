import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function Loading() {
  const words = await getTranslations("audit");
  return (
    <LoadingRegion label={words("title")}>
      <Skeleton className="mb-6 h-9 w-48" />
      <Card className="mb-6">
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          <Skeleton className="h-18" />
          <Skeleton className="h-18" />
          <Skeleton className="h-18" />
          <Skeleton className="h-18" />
        </div>
      </Card>
      <SkeletonRows rows={8} />
    </LoadingRegion>
  );
}
