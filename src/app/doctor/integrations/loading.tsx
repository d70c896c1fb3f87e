import { Card } from "@/components/layout";
import { LoadingRegion, Skeleton, SkeletonRows } from "@/components/skeleton";
import { getTranslations } from "@/lib/translations";

export default async function IntegrationsLoading() {
  const words = await getTranslations("common.ui");
  return (
    <LoadingRegion label={words("working")}>
      <div className="flex flex-col gap-8">
        <Skeleton className="h-16 w-80 max-w-full" />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card>
            <SkeletonRows rows={4} />
          </Card>
          <Card>
            <SkeletonRows rows={4} />
          </Card>
        </div>
      </div>
    </LoadingRegion>
  );
}
